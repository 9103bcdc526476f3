import { sayContent } from '../announcer/say-content';
import { Avatar } from '../header/Avatar';
import { authorName } from '../i18n/names';
import { Icon } from '../icons/Icon';
import { cleanLine } from '../text/clean-line';
import { useUi } from '../ui-context';
import { useValue } from '../use-value';
import { lastSaid } from './last-said';

const MOST_CHARACTERS = 200;

/** Who spoke last, what they said and when, and how much of it is new. */
export function LastSaid() {
  const { session, words, today } = useUi();
  const last = useValue(() => lastSaid(session.timeline.items.value));
  const isToday = useValue(() => new Date(today.value).toDateString() === new Date(last?.at ?? 0).toDateString());
  const author = useValue(() => authorName(session, words, last?.authorId));
  const photo = useValue(() => last?.authorId && session.users.agent(last.authorId)?.avatarUrl);
  const unread = useValue(() => session.unread.count.value);
  const name = last?.isOwn ? words.t('common.you') : author;
  return (
    <>
      {last?.isOwn === false ? <Avatar name={author} url={photo} /> : <Mark />}
      {last && (
        <span class="home-line">
          {last.kind === 'message' ? (
            <>
              <bdi>{name}</bdi>: <bdi>{cleanLine(last.text, MOST_CHARACTERS)}</bdi>
            </>
          ) : (
            <bdi>{sayContent(words, last.content, name)}</bdi>
          )}
        </span>
      )}{' '}
      {last && <time>{isToday ? words.time(last.at) : shortDate(words.language, last.at)}</time>}{' '}
      {unread > 0 && (
        <span class="home-count">
          <span aria-hidden="true">{unread.toLocaleString(words.language)}</span>
          <span class="unseen">{words.t('announce.unread', { count: unread })}</span>
        </span>
      )}
    </>
  );
}

/** In the place of a photo. */
export function Mark() {
  return (
    <span class="avatar home-mark" aria-hidden="true">
      <Icon name="chat" />
    </span>
  );
}

function shortDate(language: string, at: number): string {
  return new Date(at).toLocaleDateString(language, { day: 'numeric', month: 'short' });
}
