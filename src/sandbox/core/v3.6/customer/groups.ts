import { Failure } from '../../failure';
import type { Group } from '../../settings';
import type { World } from '../../world';

export function requireGroup({ settings }: World, groupId: number): Group {
  const group = settings.groups.find(({ id }) => id === groupId);
  if (!group) throw new Failure('group_not_found');
  return group;
}

/** The groups where somebody would answer. */
export const onlineGroupIds = (world: World): readonly number[] =>
  world.settings.groups.filter((group) => world.roster.groupStatus(group) === 'accepting_chats').map(({ id }) => id);

/** The group that looks after customers on this page, if the page says so. */
export const groupOfPage = ({ settings }: World, url: string): number | undefined =>
  settings.pageGroups.find(({ urlContains }) => url.includes(urlContains))?.groupId;
