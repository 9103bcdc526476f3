import type { ChatEvent } from '../events';
import { propertyOf } from '../properties';
import type { ConsoleState } from '../state';
import { timeOf } from '../times';
import { Decorations } from './Decorations';
import { EventBodyView } from './EventBodyView';

export type Speaker = 'agent' | 'customer' | 'nobody';

interface Props {
  readonly event: ChatEvent;
  readonly author: string;
  readonly side: Speaker;
  readonly startsGroup: boolean;
  readonly isSeen: boolean;
  readonly nameOf: (userId: string) => string;
  readonly trust: (event: ChatEvent) => void;
}

export function EventRow({ event, author, side, startsGroup, isSeen, nameOf, trust }: Props) {
  const { body } = event;
  if (body.kind === 'other') return null;
  if (body.kind === 'line') return <LineRow text={body.text} at={event.at} />;
  return (
    <li class={`event from-${side}${startsGroup ? ' starts-group' : ''}`}>
      <p class={startsGroup ? 'event-head' : 'event-head for-ears'}>
        <span class="event-author" dir="auto">
          {author}
        </span>{' '}
        <Time at={event.at} />
      </p>
      <div class={`bubble is-${body.kind}${event.isForAgents ? ' is-for-agents' : ''}`}>
        <EventBodyView event={event} side={side} nameOf={nameOf} trust={trust} />
        <Decorations properties={event.properties} />
      </div>
      <Foot event={event} isSeen={isSeen} />
    </li>
  );
}

function Foot({ event, isSeen }: Pick<Props, 'event' | 'isSeen'>) {
  const words = [
    event.isForAgents && 'Only agents see this',
    event.isEdited && 'Edited',
    propertyOf(event.properties, 'status', 'delivered') === true && '✓ Delivered',
    isSeen && 'Seen',
  ].filter((word) => typeof word === 'string');
  if (words.length === 0) return null;
  return (
    <p class="event-foot">
      {words.map((word) => (
        <span key={word}>{word}</span>
      ))}
    </p>
  );
}

export function LineRow({ text, at }: { text: string; at: string }) {
  return (
    <li class="line-row">
      <span dir="auto">{text}</span> <Time at={at} />
    </li>
  );
}

function Time({ at }: { at: string }) {
  return <time dateTime={at}>{timeOf(at)}</time>;
}

/** What the agent trusts, all agents trust: it is a property of the event. */
export function trustFile(state: ConsoleState, chatId: string, threadId: string, event: ChatEvent) {
  const place = { chatId, threadId, eventId: event.id };
  void state.quietly(state.actions.setProperty(place, 'lc2', { file_safety_confirmation: true }));
}
