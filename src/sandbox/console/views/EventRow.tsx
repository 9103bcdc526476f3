import type { ChatEvent } from '../model';
import { safeLink } from '../safe-link';
import { timeOf } from '../times';

interface Props {
  readonly event: ChatEvent;
  readonly author: string;
  readonly side: 'agent' | 'customer';
  readonly startsGroup: boolean;
  readonly isSeen: boolean;
}

export function EventRow({ event, author, side, startsGroup, isSeen }: Props) {
  const { body } = event;
  if (body.kind === 'other') return null;
  if (body.kind === 'line') {
    return (
      <li class="line-row">
        <span dir="auto">{body.text}</span> <Time at={event.at} />
      </li>
    );
  }
  return (
    <li class={`event from-${side}${startsGroup ? ' starts-group' : ''}`}>
      <p class={startsGroup ? 'event-head' : 'event-head for-ears'}>
        <span class="event-author" dir="auto">
          {author}
        </span>{' '}
        <Time at={event.at} />
      </p>
      <div class={`bubble${event.isForAgents ? ' is-for-agents' : ''}`}>
        <Body event={event} />
      </div>
      {event.isForAgents && <p class="event-foot">Only agents see this</p>}
      {isSeen && <p class="event-foot">Seen</p>}
    </li>
  );
}

function Time({ at }: { at: string }) {
  return <time dateTime={at}>{timeOf(at)}</time>;
}

function Body({ event: { body } }: { event: ChatEvent }) {
  switch (body.kind) {
    case 'message':
      return (
        <p class="text" dir="auto">
          {body.text}
        </p>
      );
    case 'file': {
      const href = safeLink(body.url);
      return href ? (
        <a href={href} target="_blank" rel="noopener noreferrer" dir="auto">
          {body.name}
        </a>
      ) : (
        <p class="text" dir="auto">
          {body.name}
        </p>
      );
    }
    case 'answers':
      return (
        <dl class="answers">
          {body.rows.map((row, index) => (
            <div key={`${index} ${row.label}`}>
              <dt dir="auto">{row.label}</dt>
              <dd dir="auto">{row.answer || '–'}</dd>
            </div>
          ))}
        </dl>
      );
    case 'cards':
      return (
        <ul class="cards">
          {body.cards.map((card, index) => (
            <li key={`${index} ${card.title}`}>
              <strong dir="auto">{card.title}</strong>
              {card.subtitle && <span dir="auto">{card.subtitle}</span>}
              {card.buttons.length > 0 && <span class="muted">Buttons: {card.buttons.join(', ')}</span>}
            </li>
          ))}
        </ul>
      );
    case 'deleted':
      return <p class="text muted">This message was deleted.</p>;
    default:
      return null;
  }
}
