import type { Greeting } from '../../domain';
import { Avatar } from '../header/Avatar';
import { IconButton } from '../header/IconButton';
import { displayName } from '../i18n/names';
import { CardImage } from '../rich/CardImage';
import { CardTexts } from '../rich/CardTexts';
import { Carousel } from '../rich/Carousel';
import { Choices, type Choose } from '../rich/Choices';
import { IsInMessage } from '../rich/stop';
import { useOwnRest, useUi } from '../ui-context';
import { EmailField } from './EmailField';

const MOST_ELEMENTS = 10;

/** What is said before there is a chat. No live region and no focus of its own: it was not asked for. */
export function GreetingCard({ greeting }: { readonly greeting: Greeting }) {
  const { session, host, words, focus, onError } = useUi();
  const { useFocusHandover } = useOwnRest();
  const part = useFocusHandover<HTMLElement>();
  const agent = displayName(words, greeting.agent.name);
  const isAnnouncement = greeting.subtype === 'announcement';

  function dismiss(): void {
    if (host.isOpen.peek()) focus.toStart();
    session.rest
      .peek()
      ?.cancelGreeting(greeting)
      .catch((error: unknown) => onError(error, 'greeting'));
  }

  return (
    <section
      class={`greeting${isAnnouncement ? ' is-announcement' : ''}`}
      ref={part}
      aria-label={isAnnouncement ? words.t('greeting.announcement') : words.t('greeting.label', { agent })}
    >
      <header>
        <Avatar name={agent} url={greeting.agent.avatarUrl} />
        <bdi>{agent}</bdi>
        <IconButton icon="close" name={words.t('greeting.close')} onClick={dismiss} />
      </header>
      <IsInMessage.Provider value={false}>
        <Content greeting={greeting} />
      </IsInMessage.Provider>
      {greeting.addon === 'email' && <EmailField />}
    </section>
  );
}

function Content({ greeting }: { readonly greeting: Greeting }) {
  const { session, host } = useUi();
  const { TextBody } = useOwnRest();
  const { content } = greeting;
  if (content.kind === 'message') {
    return (
      <p class="greeting-text" dir="auto">
        <TextBody text={content.text} isFree />
      </p>
    );
  }
  const choose: Choose = async (button) => {
    const rest = session.rest.peek();
    if (!rest) return 'failed';
    const outcome = rest.pressGreeting(greeting, button);
    // It is said in a chat, and the chat is in the window.
    if (button.type === 'message' && !host.isOpen.peek()) host.ask({ type: 'open', gesture: 'pointer' });
    return outcome;
  };
  const cards = content.elements.slice(0, MOST_ELEMENTS).map((element, index) => (
    <div key={index} class="greeting-element">
      {element.image && <CardImage image={element.image} authorId={greeting.agent.id} />}
      <div class="greeting-text">
        <CardTexts element={element} />
      </div>
      {element.buttons.length > 0 && <Choices buttons={element.buttons} choose={choose} />}
    </div>
  ));
  return cards.length > 1 ? <Carousel cards={cards} /> : cards;
}
