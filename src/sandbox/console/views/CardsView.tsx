import type { Card, CardButton } from '../events';
import { ownPicture } from '../safe-link';

interface Props {
  readonly template: string;
  readonly cards: readonly Card[];
  readonly nameOf: (userId: string) => string;
}

const WORDS: ReadonlyMap<string, string> = new Map([
  ['cards', 'Card'],
  ['quick_replies', 'Quick replies'],
  ['sticker', 'Sticker'],
  ['ecommerce', 'Product'],
]);

/** As the customer has it, without being able to press: the buttons are theirs. */
export function CardsView({ template, cards, nameOf }: Props) {
  const what = template === 'cards' && cards.length > 1 ? 'Carousel' : (WORDS.get(template) ?? template);
  return (
    <>
      <p class="event-hint">{what}</p>
      <ul class={`cards is-${cards.length > 1 ? 'many' : 'one'}`}>
        {cards.map((card, index) => (
          <li key={`${index} ${card.title}`} class="card">
            <Picture url={card.picture} />
            {card.title && <strong dir="auto">{card.title}</strong>}
            {card.subtitle && <span dir="auto">{card.subtitle}</span>}
            {card.choices.length > 0 && <span class="muted">{card.choices.join(' · ')}</span>}
            {card.buttons.map((button, at) => (
              <Button key={`${at} ${button.postbackId}`} button={button} nameOf={nameOf} />
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

function Picture({ url }: { url: string }) {
  if (!url) return null;
  const own = ownPicture(url, location.href);
  return own ? <img class="card-picture" src={own} alt="" loading="lazy" /> : <span class="muted">Picture: {url}</span>;
}

function Button({ button, nameOf }: { button: CardButton; nameOf: Props['nameOf'] }) {
  const names = new Intl.ListFormat('en').format(button.userIds.map(nameOf));
  const target = button.type === 'message' ? '' : `${button.type}: ${button.value}`;
  return (
    <span class="card-button">
      <button type="button" disabled={true} title={target} class={names ? 'is-clicked' : ''}>
        {names && <span aria-hidden="true">✓ </span>}
        {button.text}
      </button>
      {names && <span class="event-hint">Clicked by {names}</span>}
    </span>
  );
}
