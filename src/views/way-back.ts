import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { button, buttonRow } from './buttons.js';
import { type ComponentId, MARK, packComponentId, textRoom, unpackComponentId } from './component-id.js';
import { limits } from './limits.js';
import type { LongTexts } from './long-texts.js';
import type { MessageView, Row } from './message.js';
import { type PackedText, packedText, packText, unpackText } from './packed-text.js';
import type { Sentences } from './sentences/sentences.js';

/** The custom_ids of a message; nulls for buttons without one. */
export type CustomIds = readonly (string | null)[];

/**
 * The same message, with the custom_id that shows it again noted in one of its custom_ids: so the first press that leads away
 * from it, whichever it is, knows the way back. A message without buttons needs none.
 */
export async function remembering(
  view: MessageView,
  here: ComponentId,
  longTexts: LongTexts,
): Promise<MessageView> {
  const ids = view.components.flatMap((row) => row.components.flatMap((c) => customIdOf(c) ?? []));
  const bearer = ids.reduce<string | null>((a, b) => (a !== null && a.length <= b.length ? a : b), null);
  const room = limits.customId - (bearer?.length ?? 0) - MARK.length;
  if (bearer === null || room < LEAST_ROOM) return view;
  const note = await packText(longTexts, room, packComponentId(here));
  const components = view.components.map((row) => ({
    ...row,
    components: row.components.map((c) =>
      customIdOf(c) === bearer ? { ...c, custom_id: `${bearer}${MARK}${note}` } : c,
    ),
  })) as Row[];
  return { ...view, components };
}

/** A text under a key takes so much. */
const LEAST_ROOM = 20;

/** What a message's custom_ids say about the answer it began as; null where they say nothing. */
export async function origin(ids: CustomIds, longTexts: LongTexts): Promise<ComponentId | null> {
  for (const id of ids) {
    const [own = '', note] = id?.split(MARK) ?? [];
    const unpacked = unpackComponentId(own);
    const packed: PackedText | undefined =
      unpacked?.kind === 'back' ? unpacked.origin : packedText(note ?? '');
    const text = packed && (await unpackText(longTexts, packed));
    const found = text ? unpackComponentId(text) : null;
    if (found) return found;
  }
  return null;
}

/** Whether two custom_ids show one answer, on whatever page. */
export function isSameAnswer(one: ComponentId, other: ComponentId): boolean {
  const bare = (id: ComponentId) => packComponentId({ ...id, page: 0, go: 'here' } as ComponentId);
  return bare(one) === bare(other);
}

/**
 * The same message with a button back to an answer: in the last row of buttons that has room, else in a new row.
 * Where there is room for neither, the last button gives up its place: without this button nothing leads back.
 */
export async function withWayBack(
  view: MessageView,
  to: ComponentId,
  say: Sentences,
  longTexts: LongTexts,
): Promise<MessageView> {
  const packed = await packText(longTexts, textRoom.back, packComponentId(to));
  const back = button(say.back, { kind: 'back', origin: packed });
  const rows = [...view.components];
  const last = limits.buttonsInRow - 1;
  const roomy = rows.findLastIndex((row) => isOfButtons(row) && row.components.length <= last);
  const at = roomy < 0 && rows.length === limits.rows ? rows.findLastIndex(isOfButtons) : roomy;
  const row = rows[at];
  if (row) rows[at] = { ...row, components: [...row.components.slice(0, last), back] };
  else rows.splice(limits.rows - 1, 1, buttonRow(back));
  return { ...view, components: rows };
}

function isOfButtons({ components }: Row): boolean {
  return components.every(({ type }) => type === ComponentType.Button);
}

function customIdOf(component: Row['components'][number]): string | null {
  if (component.type === ComponentType.Button && component.style === ButtonStyle.Link) return null;
  return 'custom_id' in component ? component.custom_id : null;
}
