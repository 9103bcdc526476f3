import type { Content, Message } from '../../domain';
import { sayContent } from '../announcer/say-content';
import { Avatar } from '../header/Avatar';
import { IconButton } from '../header/IconButton';
import { authorName } from '../i18n/names';
import { cleanLine } from '../text/clean-line';
import { useUi } from '../ui-context';
import { useValue } from '../use-value';

const MOST_CHARACTERS = 300;

interface Props {
  readonly said: Message | Content;
  readonly onDismiss: () => void;
}

/** Up to three lines of it. All of it is a press away. */
export function Preview({ said, onDismiss }: Props) {
  const { session, words, host } = useUi();
  const author = useValue(() => authorName(session, words, said.authorId));
  const photo = useValue(() => said.authorId && session.users.agent(said.authorId)?.avatarUrl);
  const text = said.kind === 'message' ? cleanLine(said.text, MOST_CHARACTERS) : sayContent(words, said, author);

  return (
    <section class="preview" aria-label={words.t('notice.from', { author })}>
      <button
        type="button"
        class="preview-open"
        onClick={({ detail }) => host.ask({ type: 'open', gesture: detail ? 'pointer' : 'keyboard' })}
      >
        <Avatar name={author} url={photo} />
        <span class="preview-said">
          <bdi>{author}</bdi>
          <span class="preview-text" dir="auto">
            {text}
          </span>
        </span>
        <span class="unseen">{words.t('notice.open')}</span>
      </button>
      <IconButton icon="close" name={words.t('notice.close')} onClick={onDismiss} />
    </section>
  );
}
