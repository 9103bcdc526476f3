import { type Chat, customerOf, isRouted, ratingOf } from '../model';
import type { ConsoleState } from '../state';
import { nameOfGroup } from '../team';

const RATINGS = { good: '👍 Rated good', bad: '👎 Rated bad' };

interface Props {
  readonly id: string;
  readonly state: ConsoleState;
  readonly chat: Chat;
}

/** What else is to know of a chat at a glance. Nothing at all for most of them. */
export function Marks({ id, state, chat }: Props) {
  const groups = state.team.groups.value;
  const rating = ratingOf(chat);
  const words = [
    customerOf(chat)?.customer?.bannedDays !== undefined && 'Banned',
    chat.isActive && isRouted(chat, 'idle') && 'Idle',
    isRouted(chat, 'pinned') && 'Pinned',
    rating && RATINGS[rating],
    ...chat.groupIds.map((groupId) => groupId !== 0 && nameOfGroup(groups, groupId)),
  ].filter((word) => typeof word === 'string');
  if (words.length + chat.tags.length === 0) return null;
  return (
    <span class="marks" id={id}>
      {words.map((word) => (
        <span key={word} class={word === 'Banned' ? 'mark is-alert' : 'mark'}>
          {word}
        </span>
      ))}
      {chat.tags.map((tag) => (
        <span key={`tag ${tag}`} class="mark is-tag" dir="auto">
          {tag}
        </span>
      ))}
    </span>
  );
}
