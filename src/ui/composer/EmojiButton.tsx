import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { IconButton } from '../header/IconButton';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';
import { insertText } from './insert-text';

/** Opens what is fetched when it is first opened. Touch keyboards have emoji of their own: see gifts.css. */
export function EmojiButton() {
  const { words, host, focus } = useUi();
  const { emoji } = useOwnRest().parts;
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  const part = useValue(() => emoji.part.value);

  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    const root = place.current?.getRootNode();
    const onDown = (event: Event) => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    root?.addEventListener('pointerdown', onDown);
    return () => root?.removeEventListener('pointerdown', onDown);
  }, [isOpen]);
  const isWindowOpen = useValue(() => host.isOpen.value);
  useLayoutEffect(() => {
    if (!isWindowOpen) setOpen(false);
  }, [isWindowOpen]);

  function close(): void {
    setOpen(false);
    place.current?.querySelector('button')?.focus();
  }

  function pick(text: string, isMore: boolean): void {
    const field = focus.composer.current;
    if (!field) return;
    const { activeElement } = field.getRootNode() as Document | ShadowRoot;
    insertText(field, text);
    if (isMore) (activeElement as HTMLElement | null)?.focus();
    else setOpen(false);
  }

  return (
    <span class="emoji-place" ref={place}>
      <IconButton
        icon="emoji"
        class="emoji-button"
        name={words.t('composer.emoji')}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => {
          emoji.load();
          setOpen(!isOpen);
        }}
      />
      {isOpen && part && <part.EmojiPicker onPick={pick} onClose={close} />}
    </span>
  );
}
