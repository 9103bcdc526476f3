import { grantAccess, revokeAccess, setAccess } from '../../chats/access';
import { Failure } from '../../failure';
import type { Action } from '../../side';
import type { Chat } from '../../store/model';
import { seenChat } from '../../v3.6/agent/chats';
import type { AgentViewer } from '../../viewer';
import type { World } from '../../world';

type Change = (world: World, chat: Chat, groupId: number) => void;

export const accessActions: readonly (readonly [string, Action<AgentViewer>])[] = [
  ['set_access', changing(setAccess)],
  ['grant_access', changing(grantAccess)],
  ['revoke_access', changing(revokeAccess)],
];

/** Only groups, and only of chats: an id of an agent could not be a number. */
function changing(change: Change): Action<AgentViewer> {
  return {
    answer: 'access-set',
    run({ world, viewer, fields }) {
      if (!fields.oneOf('resource', ['chat'] as const)) fields.fail('resource', 'is required');
      const access = fields.object('access');
      if (!access.oneOf('type', ['group'] as const)) access.fail('type', 'is required');
      const groupId = access.integer('id');
      const chat = seenChat(world, viewer, fields.string('id'));
      if (!world.settings.groups.some(({ id }) => id === groupId)) throw new Failure('group_not_found');
      change(world, chat, groupId);
    },
  };
}
