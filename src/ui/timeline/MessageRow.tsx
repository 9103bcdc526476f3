import { useState } from 'preact/hooks';
import { Avatar } from '../header/Avatar';
import { authorName } from '../i18n/names';
import type { BubbleItem } from '../rest-contract';
import { useRest, useUi } from '../ui-context';
import { useValue } from '../use-value';

import { DeliveryMark } from './DeliveryMark';
import { Time } from './Time';

// Younger than this when it is first drawn, and it came just now. It moves only from then on: the rest brings the style for
// it, and what stood there before that stays where it is.
const IS_NEW_MS = 3_000;
let lastId = 0;

export function MessageRow({ item, isMarked }: { readonly item: BubbleItem; readonly isMarked: boolean }) {
  const { session, words, clock, rest: later } = useUi();
  const rest = useRest();
  const [{ id, isNew }] = useState(() => ({
    id: `natter-m${++lastId}`,
    isNew: rest && clock.now() - item.at < IS_NEW_MS,
  }));
  const theirName = useValue(() => authorName(session, words, item.authorId));
  const photo = useValue(() =>
    item.isOwn ? later.part.value?.ownPhoto.value : item.authorId && session.users.agent(item.authorId)?.avatarUrl,
  );
  const author = item.isOwn ? words.t('common.you') : theirName;
  const time = words.time(item.at);
  const isRefused = item.delivery === 'refused';
  const hasFoot = item.isLastOfGroup || isMarked;
  const classes = [
    'message',
    item.isOwn ? 'is-own' : 'is-theirs',
    item.isFirstOfGroup && 'is-first',
    item.isLastOfGroup && 'is-last',
    hasFoot && 'has-foot',
    isRefused && 'is-refused',
    isNew && 'is-new',
  ];
  return (
    <article
      class={classes.filter(Boolean).join(' ')}
      tabIndex={-1}
      aria-labelledby={`${id}-from`}
      aria-describedby={`${id}-text${isMarked ? ` ${id}-state` : ''}`}
    >
      <span class="unseen" id={`${id}-from`}>
        {words.t('message.from', { author, time })}
      </span>
      {!item.isOwn && item.isFirstOfGroup && (
        <p class="author" aria-hidden="true">
          <bdi>{author}</bdi>
        </p>
      )}
      <div class="line">
        {(photo || !item.isOwn) && (
          <span class="photo-place">{item.isLastOfGroup && <Avatar name={author} url={photo} />}</span>
        )}
        <div class="bubble" id={`${id}-text`} dir="auto">
          {rest ? <rest.Body item={item} /> : item.kind === 'message' && item.text}
        </div>
        <p class="foot">
          <Time at={item.at} />
          {isMarked && item.delivery && <DeliveryMark id={`${id}-state`} item={item} delivery={item.delivery} />}
        </p>
      </div>
      {isRefused && item.customId && rest && <rest.Undelivered customId={item.customId} />}
    </article>
  );
}
