import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../icons/Icon';
import { useUi } from '../ui-context';
import { useChoices } from './choices';

interface Props {
  readonly id: string;
  /** What a press on does not close the menu: the menu and its button. */
  readonly place: Element | null;
  /** `back`: to the button. */
  readonly onClose: (focus: 'back' | 'stays') => void;
  /** Something was chosen, and is asked in a layer above. */
  readonly onEnd: () => void;
}

export function Menu({ id, place, onClose, onEnd }: Props) {
  const { words, host } = useUi();
  const choices = useChoices();
  const menu = useRef<HTMLDivElement>(null);
  const items = () => Array.from(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? []);

  useLayoutEffect(() => items()[0]?.focus(), []);

  // A press anywhere else, and a window that closes.
  useLayoutEffect(() => {
    const root = menu.current?.getRootNode();
    const onPress = (event: Event) => {
      if (!place?.contains(event.target as Node)) onClose('stays');
    };
    root?.addEventListener('pointerdown', onPress);
    const stop = host.isOpen.subscribe((isOpen) => {
      if (!isOpen) onClose('stays');
    });
    return () => {
      root?.removeEventListener('pointerdown', onPress);
      stop();
    };
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    const all = items();
    const index = all.indexOf(event.target as HTMLElement);
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined) all.at(to % all.length)?.focus();
    else if (event.key === 'Escape') onClose('back');
    else {
      if (event.key === 'Tab') onClose('stays');
      return;
    }
    event.preventDefault();
  }

  return (
    <div
      class="menu"
      id={id}
      role="menu"
      aria-label={words.t('window.menu')}
      ref={menu}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {choices.map(({ icon, text, note, choose, isDone }) => (
        <button
          key={icon}
          type="button"
          role="menuitem"
          tabIndex={-1}
          onClick={() => {
            onClose('back');
            choose();
            if (!isDone) onEnd();
          }}
        >
          <Icon name={icon} />
          <span>
            {text}
            {note && <small>{note}</small>}
          </span>
        </button>
      ))}
    </div>
  );
}
