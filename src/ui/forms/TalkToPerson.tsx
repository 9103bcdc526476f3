import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';
import { useBots } from './use-bots';

/** Where the page wants it: the way from a bot to somebody, as long as none of the people is in the chat. */
export function TalkToPerson() {
  const { session } = useUi();
  const text = useValue(() => session.rest.value?.rules.value.person);
  return text ? <WhileWithBot text={text} /> : null;
}

function WhileWithBot({ text }: { readonly text: string | true }) {
  const { session, words } = useUi();
  const bots = useBots();
  const isActive = useValue(() => session.chat.value.state === 'active');
  const agents = useValue(() => session.users.agents.value).filter(({ isPresent }) => isPresent);
  if (!isActive || agents.length === 0 || !agents.every(({ id }) => bots.includes(id))) return null;
  return <PersonButton text={text === true ? words.t('chat.talk_to_person') : text} />;
}

function PersonButton({ text }: { readonly text: string }) {
  const { session, scroll } = useUi();
  const { useFocusHandover } = useOwnRest();
  const button = useFocusHandover<HTMLButtonElement>();
  // Once is enough, until somebody has said something to it.
  const newest = useValue(() => {
    const item = session.timeline.items.value.at(-1);
    return item?.kind === 'message' && item.isOwn ? item.text : undefined;
  });
  const isAsked = newest === text;

  function ask(): void {
    if (isAsked) return;
    const draft = session.draft.text.peek();
    scroll.toEnd();
    session.send(text);
    session.draft.set(draft);
  }

  return (
    <p class="room">
      <button type="button" class="text-button" dir="auto" ref={button} aria-disabled={isAsked} onClick={ask}>
        {text}
      </button>
    </p>
  );
}
