import type { ComponentId } from '../views/component-id.js';
import type { MessageView } from '../views/message.js';
import { isSameAnswer, origin, remembering, withWayBack } from '../views/way-back.js';
import type { Asked } from './command.js';
import { customIdsOf } from './component-tree.js';
import type { Ground } from './responder.js';

/**
 * A view as it goes out. An answer notes how it is shown again; what takes an answer's place has a button back to it,
 * but for another page of the same.
 *
 * @param here the custom_id that shows the view again, where there is one.
 */
export async function withItsWayBack(
  view: MessageView,
  here: ComponentId | undefined,
  ground: Ground,
  { say, longTexts }: Pick<Asked, 'say' | 'longTexts'>,
): Promise<MessageView> {
  const began =
    ground.way === 'update' ? await origin(customIdsOf(ground.interaction.message), longTexts) : null;
  if (began && !(here && isSameAnswer(began, here))) return withWayBack(view, began, say, longTexts);
  return here ? remembering(view, here, longTexts) : view;
}
