import { focusedIn } from '../window/focus';
import { isBubble } from './is-bubble';
import type { Stretch } from './stretch';

export interface Roving {
  /** Rows have come or gone: there is one stop for the Tab key again. */
  readonly refresh: () => void;
  /** The stop, until somebody has been there. */
  readonly mark: (message: HTMLElement) => void;
  readonly focusActive: () => boolean;
  readonly focusNewest: () => boolean;
  readonly stop: () => void;
}

/** The messages of the log are one stop of the Tab key; arrows go from one to the next. */
export function createRoving(
  findList: () => HTMLElement | null,
  toComposer: () => void,
  stretch: Pick<Stretch, 'items' | 'messageOf' | 'reach'>,
): Roving {
  let list: HTMLElement | undefined;
  let detach = () => {};
  let active: HTMLElement | undefined;
  let isMarked = false;

  function activate(message: HTMLElement | undefined): void {
    if (message === active) return;
    if (active) active.tabIndex = -1;
    active = message;
    if (active) active.tabIndex = 0;
  }

  function go(message: HTMLElement | undefined): boolean {
    if (!message) return false;
    activate(message);
    message.focus({ preventScroll: true });
    message.scrollIntoView?.({ block: 'nearest' });
    return true;
  }

  /** To the message `by` rows from there, whether it is drawn or not. What cannot be shown is passed over. */
  function walk(from: number, by: 1 | -1): boolean {
    const items = stretch.items();
    let index = from;
    while (index >= 0 && index < items.length && !isBubble(items[index])) index += by;
    const item = items[index];
    if (!item) return false;
    stretch.reach(item.key, (message) => {
      if (!go(message)) walk(index + by, by);
    });
    return true;
  }

  const toFirst = () => walk(0, 1);
  const toLast = () => walk(stretch.items().length - 1, -1);

  function refresh(): void {
    attach(findList());
    const isInUse = list?.contains(focusedIn(list));
    if (active?.isConnected && (isInUse || isMarked)) return;
    isMarked = false;
    const all = list?.getElementsByClassName('message');
    activate(all?.[all.length - 1] as HTMLElement | undefined);
  }

  function onFocusIn(event: FocusEvent): void {
    activate((event.target as Element).closest<HTMLElement>('.message') ?? active);
  }

  function onFocusOut(event: FocusEvent): void {
    if (!list?.contains(event.relatedTarget as Node | null)) isMarked = false;
  }

  function onKeyDown(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    const message = target.closest<HTMLElement>('.message');
    if (!message || event.ctrlKey || event.metaKey || event.altKey) return;
    if (target === message ? onMessageKey(event, message) : onControlKey(event, target, message))
      event.preventDefault();
  }

  function onMessageKey(event: KeyboardEvent, message: HTMLElement): boolean {
    const key = message.closest<HTMLElement>('.row')?.dataset['key'];
    const index = stretch.items().findIndex((item) => item.key === key);
    switch (event.key) {
      case 'ArrowUp':
        return walk(index - 1, -1) || go(message);
      case 'ArrowDown':
        return walk(index + 1, 1) || go(message);
      case 'Home':
        return toFirst();
      case 'End':
        return toLast();
      case 'Enter':
        controlsIn(message)[0]?.focus();
        return true;
      case 'Escape':
        toComposer();
        return true;
      default:
        return false;
    }
  }

  function onControlKey(event: KeyboardEvent, control: HTMLElement, message: HTMLElement): boolean {
    if (event.key === 'Escape') return go(message);
    if (event.key !== 'Tab') return false;
    const all = controlsIn(message);
    const next = all[all.indexOf(control) + (event.shiftKey ? -1 : 1)];
    next?.focus();
    // Past the last one the browser goes on, to whatever follows the log.
    return next !== undefined;
  }

  function attach(found: HTMLElement | null): void {
    if (found === (list ?? null)) return;
    detach();
    list = found ?? undefined;
    list?.addEventListener('focusin', onFocusIn);
    list?.addEventListener('focusout', onFocusOut);
    list?.addEventListener('keydown', onKeyDown);
    detach = () => {
      found?.removeEventListener('focusin', onFocusIn);
      found?.removeEventListener('focusout', onFocusOut);
      found?.removeEventListener('keydown', onKeyDown);
    };
  }

  refresh();

  return {
    refresh,
    mark(message) {
      activate(message);
      isMarked = true;
    },
    focusActive: () => go(active),
    focusNewest: toLast,
    stop: () => detach(),
  };
}

function controlsIn(message: HTMLElement): HTMLElement[] {
  const all = Array.from(
    message.querySelectorAll<HTMLInputElement>('a[href],button,input,select,textarea,audio,video,pre'),
  );
  return all.filter((control) => control.type !== 'radio' || control === stopOf(control, all));
}

/** Radio buttons of one name are one stop: the chosen one, or the first. */
function stopOf({ name }: HTMLInputElement, all: readonly HTMLInputElement[]): HTMLInputElement | undefined {
  const group = all.filter((control) => control.type === 'radio' && control.name === name);
  return group.find((control) => control.checked) ?? group[0];
}
