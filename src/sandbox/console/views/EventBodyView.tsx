import type { ChatEvent } from '../events';
import { CardsView } from './CardsView';
import { FileChip } from './FileChip';

interface Props {
  readonly event: ChatEvent;
  readonly side: 'agent' | 'customer' | 'nobody';
  readonly nameOf: (userId: string) => string;
  readonly trust: (event: ChatEvent) => void;
}

/** What was said. Text is text: markup in it stays as it was typed. */
export function EventBodyView({ event, side, nameOf, trust }: Props) {
  const { body } = event;
  switch (body.kind) {
    case 'message':
      return (
        <>
          {body.answersEventId !== undefined && <p class="event-hint">Chosen with a button</p>}
          <Text text={body.text} />
        </>
      );
    case 'file':
      return <FileChip event={event} file={body} isTheirs={side === 'customer'} trust={trust} />;
    case 'answers':
      return (
        <>
          <p class="event-hint">{body.formType ? `Form: ${body.formType.replaceAll('_', ' ')}` : 'Form'}</p>
          <dl class="answers">
            {body.rows.map((row, index) => (
              <div key={`${index} ${row.label}`}>
                <dt dir="auto">{row.label}</dt>
                <dd dir="auto">{row.answer || '–'}</dd>
              </div>
            ))}
          </dl>
        </>
      );
    case 'questions':
      return (
        <>
          <p class="event-hint">Form to fill in</p>
          <ul class="answers">
            {body.rows.map((row, index) => (
              <li key={`${index} ${row.label}`} dir="auto">
                {row.label}
                {row.isRequired && <span class="muted"> (required)</span>}
                {row.options.length > 0 && <span class="muted">: {row.options.join(', ')}</span>}
              </li>
            ))}
          </ul>
        </>
      );
    case 'cards':
      return <CardsView template={body.template} cards={body.cards} nameOf={nameOf} />;
    case 'raw':
      return (
        <>
          {body.text && <Text text={body.text} />}
          <details class="raw">
            <summary>{body.title}</summary>
            <pre>{body.json}</pre>
          </details>
        </>
      );
    case 'deleted':
      return <p class="text muted">This message was deleted.</p>;
    default:
      return null;
  }
}

function Text({ text }: { text: string }) {
  return (
    <p class="text" dir="auto">
      {text}
    </p>
  );
}
