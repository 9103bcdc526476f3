import type { Greeting } from '../../domain';
import { Avatar } from '../header/Avatar';
import { IconButton } from '../header/IconButton';
import { displayName } from '../i18n/names';
import { CardImage } from '../rich/CardImage';
import { CardTexts } from '../rich/CardTexts';
import { Choices, type Choose } from '../rich/Choices';
import { IsInMessage } from '../rich/stop';
import { useOwnRest, useUi } from '../ui-context';

const MOST_ELEMENTS = 10;

/** What is said before there is a chat. No live region and no focus of its own: it was not asked for. */
export function GreetingCard({ greeting }: { readonly greeting: Greeting }) {
  const { session, words, focus, onError } = useUi();
  const { useFocusHandover } = useOwnRest();
  const part = useFocusHandover<HTMLElement>();
  const agent = displayName(words, greeting.agent.name);
  const isAnnouncement = greeting.subtype === 'announcement';

  function dismiss(): void {
    focus.toStart();
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
    </section>
  );
}

function Content({ greeting }: { readonly greeting: Greeting }) {
  const { session } = useUi();
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
    return button.type === 'cancel' ? rest.cancelGreeting(greeting) : rest.pressGreeting(greeting, button);
  };
  return (
    <>
      {content.elements.slice(0, MOST_ELEMENTS).map((element, index) => (
        <div key={index} class="greeting-element">
          {element.image && <CardImage image={element.image} authorId={greeting.agent.id} />}
          <div class="greeting-text">
            <CardTexts element={element} />
          </div>
          {element.buttons.length > 0 && <Choices buttons={element.buttons} choose={choose} />}
        </div>
      ))}
    </>
  );
}
