import type { APIMessageTopLevelComponent, Message } from 'discord.js';

/** The custom_ids of all that can be pressed on a message, in order, whatever it is nested in; null for what has none. */
export function customIdsOf({ components }: Pick<Message, 'components'>): (string | null)[] {
  return components.flatMap((component) => idsIn(component.toJSON() as Part));
}

/** A component of any kind, with what of it matters here. */
interface Part {
  readonly custom_id?: string;
  readonly components?: readonly Part[];
  readonly accessory?: Part;
}

function idsIn({ custom_id: id, components, accessory }: Part): (string | null)[] {
  const inner = [...(components ?? []), ...(accessory ? [accessory] : [])];
  return inner.length > 0 ? inner.flatMap(idsIn) : [id ?? null];
}

/** Components without the buttons whose custom_id `goes`, and without the rows that are empty then. */
export function withoutButtons(
  components: readonly APIMessageTopLevelComponent[],
  goes: (id: string | undefined) => boolean,
): APIMessageTopLevelComponent[] {
  return (components as readonly Part[]).flatMap((part) =>
    left(part, goes),
  ) as unknown as APIMessageTopLevelComponent[];
}

function left(part: Part, goes: (id: string | undefined) => boolean): Part[] {
  if (!part.components) return goes(part.custom_id) ? [] : [part];
  const components = part.components.flatMap((inner) => left(inner, goes));
  return components.length > 0 ? [{ ...part, components }] : [];
}
