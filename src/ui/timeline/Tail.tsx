import { useLayoutEffect } from 'preact/hooks';
import type { Thinking } from '../../domain';
import { Avatar } from '../header/Avatar';
import { authorName } from '../i18n/names';
import { cleanLine } from '../text/clean-line';
import { useUi } from '../ui-context';
import { useValue } from '../use-value';
import { Typing } from './Typing';

const NOBODY: readonly Thinking[] = [];

/** What is going on at the end of the log: who works on an answer, who writes one. */
export function Tail() {
  const { session, scroll } = useUi();
  const thinking = useValue(() => session.rest.value?.thinking.value) ?? NOBODY;
  const previews = useValue(() => session.rest.value?.previews.value);
  const typing = useValue(() => session.typing.userIds.value);
  useLayoutEffect(() => scroll.keep(), [thinking]);
  const busy = new Set([...thinking, ...(previews ?? [])].map(({ authorId }) => authorId));
  return (
    <>
      {thinking.slice(0, 3).map((one) => (
        <ThinkingRow key={one.key} thinking={one} />
      ))}
      <Typing userIds={typing.filter((id) => !busy.has(id))} />
    </>
  );
}

function ThinkingRow({ thinking: { authorId, title, description } }: { readonly thinking: Thinking }) {
  const { session, words } = useUi();
  const author = useValue(() => authorName(session, words, authorId));
  const photo = useValue(() => session.users.agent(authorId)?.avatarUrl);
  return (
    <div class="typing thinking">
      <span class="photo-place">
        <Avatar name={author} url={photo} />
      </span>
      <span class="card-icon">
        <span class="spinner" aria-hidden="true" />
      </span>
      <p class="typing-name" dir="auto">
        <span class="thinking-title">{cleanLine(title ?? '', 200) || words.t('message.thinking', { author })}</span>
        {description && <span>{cleanLine(description, 500)}</span>}
      </p>
    </div>
  );
}
