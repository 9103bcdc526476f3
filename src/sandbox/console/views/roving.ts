import { useRef, useState } from 'preact/hooks';

/** A list of buttons that is one stop for Tab: the arrows go up and down inside. */
export function useRoving(ids: readonly string[], openId: string | undefined) {
  const list = useRef<HTMLUListElement>(null);
  const [focusedId, setFocusedId] = useState<string>();
  const stopId = [focusedId, openId].find((id) => id !== undefined && ids.includes(id)) ?? ids[0];

  function onKeyDown(event: KeyboardEvent) {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    const to = targetOf(event.key, at, buttons.length);
    if (to === undefined || at < 0) return;
    event.preventDefault();
    buttons[to]?.focus();
  }

  return { list, stopId, setFocusedId, onKeyDown };
}

function targetOf(key: string, at: number, length: number): number | undefined {
  if (key === 'ArrowDown') return Math.min(at + 1, length - 1);
  if (key === 'ArrowUp') return Math.max(at - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? length - 1 : undefined;
}
