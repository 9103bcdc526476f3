import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useOwnRest, useUi } from '../ui-context';
import { EmojiGrid } from './EmojiGrid';
import { type Emoji, emojiIn, find, known } from './emoji-list';
import { cellAfter, keepOneStop } from './grid-keys';
import { keepChoice, keepTone, readHabits } from './habits';
import { namesIn } from './names-in';
import { toned } from './skin-tone';
import { ToneChoice } from './ToneChoice';
import { useFoundCount } from './use-found-count';

interface Props {
  readonly onPick: (text: string, isMore: boolean) => void;
  readonly onClose: () => void;
}

/** With Shift, one may choose several. */
export function EmojiPicker({ onPick, onClose }: Props) {
  const { session, words } = useUi();
  const { holdTab } = useOwnRest();
  const memory = session.rest.peek()?.memory;
  const [query, setQuery] = useState('');
  const [{ recent, tone }, setHabits] = useState(() => readHabits(memory));
  const [groups, setGroups] = useState(() => emojiIn(words.language));
  const found = query.trim() ? find(groups, query) : undefined;
  const lately = recent.flatMap((text) => known(groups, text) ?? []);
  const place = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  useFoundCount(found?.length);

  useLayoutEffect(() => search.current?.focus(), []);
  useEffect(() => {
    // Without them, they are called as in English.
    const rename = (names?: readonly string[]) => names && setGroups(emojiIn(words.language, names));
    namesIn(words.language).then(rename, () => {});
  }, []);
  useLayoutEffect(() => {
    if (place.current) keepOneStop(place.current);
  });

  function pick({ text }: Emoji, isMore: boolean): void {
    keepChoice(memory, text);
    onPick(toned(text, tone), isMore);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const isInSearch = event.target === search.current;
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    } else if (isInSearch && event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      const [first] = found ?? [];
      if (first) pick(first, event.shiftKey);
    } else if (place.current) {
      const cell =
        isInSearch && event.key === 'ArrowDown'
          ? place.current.querySelector<HTMLElement>('button')
          : cellAfter(event.key, place.current, words.direction === 'rtl', event.ctrlKey || event.metaKey);
      if (cell) {
        event.preventDefault();
        cell.focus();
      } else {
        holdTab(event, place.current.parentElement);
      }
    }
  }

  const shared = { tone, onPick: pick };
  return (
    <div class="emoji-picker" role="dialog" aria-label={words.t('composer.emoji')} onKeyDown={onKeyDown}>
      <input
        class="emoji-search"
        type="search"
        ref={search}
        value={query}
        placeholder={words.t('emoji.search')}
        aria-label={words.t('emoji.search')}
        autocomplete="off"
        onInput={({ currentTarget }) => setQuery(currentTarget.value)}
      />
      <div
        class="emoji-groups"
        ref={place}
        onFocusIn={({ target }) => {
          if (place.current) keepOneStop(place.current, target as HTMLElement);
        }}
      >
        {found?.length === 0 && <p>{words.t('emoji.none_found')}</p>}
        {found && found.length > 0 && <EmojiGrid {...shared} title={words.t('emoji.search')} emoji={found} />}
        {!found && lately.length > 0 && <EmojiGrid {...shared} title={words.t('emoji.recent')} emoji={lately} />}
        {!found &&
          groups.map(({ name, emoji }) => (
            <EmojiGrid {...shared} key={name} title={words.t(`emoji.group_${name}`)} emoji={emoji} />
          ))}
      </div>
      <ToneChoice
        tone={tone}
        onChange={(chosen) => {
          keepTone(memory, chosen);
          setHabits({ recent, tone: chosen });
        }}
      />
    </div>
  );
}
