import { ComponentType } from 'discord-api-types/v10';
import { expect } from 'vitest';
import { componentsOf } from '../../src/views/components-layout.js';
import type { MessageView } from '../../src/views/message.js';

/** Holds a message against Discord's limits, written out here a second time on purpose. */
export function expectWithinLimits(view: MessageView): void {
  const atMost = (text: string | undefined, limit: number) =>
    expect(text?.length ?? 0).toBeLessThanOrEqual(limit);
  const filled = (text: string | undefined, limit: number) => {
    expect(text?.trim()).toBeTruthy();
    atMost(text, limit);
  };
  atMost(view.content, 2000);
  expect(view.embeds.length).toBeLessThanOrEqual(10);
  let all = 0;
  const urls = view.embeds.flatMap((embed) => embed.url ?? []);
  expect(new Set(urls).size).toBe(urls.length);
  for (const embed of view.embeds) {
    atMost(embed.title, 256);
    atMost(embed.description, 4096);
    atMost(embed.footer?.text, 2048);
    atMost(embed.author?.name, 256);
    expect(embed.fields?.length ?? 0).toBeLessThanOrEqual(25);
    for (const field of embed.fields ?? []) {
      filled(field.name, 256);
      filled(field.value, 1024);
      all += field.name.length + field.value.length;
    }
    for (const part of [embed.title, embed.description, embed.footer?.text, embed.author?.name])
      all += part?.length ?? 0;
  }
  expect(all).toBeLessThanOrEqual(6000);
  expect(view.components.length).toBeLessThanOrEqual(5);
  const ids: string[] = [];
  for (const row of view.components) {
    expect(row.components.length).toBeGreaterThan(0);
    expect(row.components.length).toBeLessThanOrEqual(5);
    for (const component of row.components) {
      if ('custom_id' in component) {
        ids.push(component.custom_id);
        filled(component.custom_id, 100);
      }
      if (component.type === ComponentType.Button && 'label' in component) filled(component.label, 80);
      if (component.type !== ComponentType.StringSelect) continue;
      expect(row.components).toHaveLength(1);
      atMost(component.placeholder, 150);
      expect(component.options.length).toBeGreaterThan(0);
      expect(component.options.length).toBeLessThanOrEqual(25);
      expect(new Set(component.options.map((o) => o.value)).size).toBe(component.options.length);
      for (const option of component.options) {
        filled(option.label, 100);
        atMost(option.value, 100);
        atMost(option.description, 100);
      }
    }
  }
  expect(new Set(ids).size).toBe(ids.length);
  expectComponentsWithinLimits(view, ids);
}

/** What is nested in other components, too, with what the limits are about. */
interface AnyPart {
  readonly type: ComponentType;
  readonly custom_id?: string;
  readonly content?: string;
  readonly components?: readonly AnyPart[];
  readonly accessory?: AnyPart;
  readonly items?: readonly object[];
}

/** The same message laid out with Components V2: 40 components, 4,000 characters, everything that can be pressed. */
function expectComponentsWithinLimits(view: MessageView, ids: readonly string[]): void {
  const parts = nested(componentsOf(view) as readonly AnyPart[]);
  expect(parts.length).toBeGreaterThan(0);
  expect(parts.length).toBeLessThanOrEqual(40);
  let all = 0;
  for (const part of parts) {
    if (part.type === ComponentType.TextDisplay) {
      expect(part.content?.trim()).toBeTruthy();
      all += part.content?.length ?? 0;
    }
    if (part.components) expect(part.components.length).toBeGreaterThan(0);
    if (part.type === ComponentType.Section) {
      expect(part.components?.length).toBeLessThanOrEqual(3);
      expect(part.accessory).toBeDefined();
    }
  }
  expect(all).toBeLessThanOrEqual(4000);
  expect(parts.flatMap((part) => part.custom_id ?? [])).toEqual(ids);
  const shown = JSON.stringify(parts);
  for (const { name } of view.files) expect(shown).toContain(`attachment://${name}`);
}

function nested(parts: readonly AnyPart[]): AnyPart[] {
  return parts.flatMap((part) => [
    part,
    ...nested([...(part.components ?? []), ...(part.accessory ? [part.accessory] : [])]),
  ]);
}
