import type { Fields } from '../fields';
import { isObject } from '../fields';
import type { World } from '../world';

/** What a group's widgets are told of their look and behaviour, in place of what they were told before: texts by name. */
export function setGroupSettings(world: World, fields: Fields): void {
  const groupId = fields.optionalInteger('group_id') ?? 0;
  const settings = fields.value['settings'];
  if (!isObject(settings)) fields.fail('settings', 'must be an object');
  const texts = Object.entries(settings).map(([name, value]) => [name, String(value)] as const);
  world.groupSettings.set(groupId, Object.fromEntries(texts));
}
