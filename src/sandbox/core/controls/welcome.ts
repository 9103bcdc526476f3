import type { Fields } from '../fields';
import type { World } from '../world';

/** What is said from now on to who has no chat yet. Without a text: nothing. */
export function setWelcome(world: World, fields: Fields): void {
  world.welcomes.text = fields.optionalString('text') ?? '';
}
