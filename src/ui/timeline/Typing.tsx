import { useLayoutEffect } from 'preact/hooks';
import type { UserId } from '../../domain';
import { Avatar } from '../header/Avatar';
import { authorName } from '../i18n/names';
import { Phrase } from '../i18n/Phrase';
import { useUi } from '../ui-context';
import { useValue } from '../use-value';

export function Typing({ userIds }: { readonly userIds: readonly UserId[] }) {
  const { session, words, scroll } = useUi();
  const [author] = userIds;
  useLayoutEffect(() => scroll.keep(), [author]);
  const name = useValue(() => authorName(session, words, author));
  const photo = useValue(() => author && session.users.agent(author)?.avatarUrl);
  if (author === undefined) return null;
  return (
    <div class="typing">
      <span class="photo-place">
        <Avatar name={name} url={photo} />
      </span>
      <span class="bubble dots" aria-hidden="true">
        <i />
      </span>
      <p class="typing-name">
        <Phrase
          parts={
            userIds.length > 1
              ? words.parts('message.typing_several', { count: userIds.length })
              : words.parts('message.typing', { author: name })
          }
        />
      </p>
    </div>
  );
}
