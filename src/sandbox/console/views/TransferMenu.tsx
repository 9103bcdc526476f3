import { useEffect, useRef, useState } from 'preact/hooks';

interface Target {
  readonly id: string;
  readonly name: string;
}

interface Props {
  readonly isOff: boolean;
  readonly list: () => Promise<readonly Target[]>;
  readonly onChoose: (agentId: string) => void;
}

export function TransferMenu({ isOff, list, onChoose }: Props) {
  const [targets, setTargets] = useState<readonly Target[]>();
  const root = useRef<HTMLDivElement>(null);
  const isOpen = targets !== undefined;

  useEffect(() => {
    if (!isOpen) return;
    items(root.current)[0]?.focus();
    const closeOutside = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setTargets(undefined);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [isOpen]);

  function close() {
    setTargets(undefined);
    root.current?.querySelector('button')?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    const all = items(root.current);
    const at = all.findIndex((item) => item.matches(':focus'));
    const to = new Map([
      ['ArrowDown', (at + 1) % all.length],
      ['ArrowUp', (at - 1 + all.length) % all.length],
      ['Home', 0],
      ['End', all.length - 1],
    ]).get(event.key);
    if (event.key === 'Tab') return setTargets(undefined);
    if (to === undefined && event.key !== 'Escape') return;
    event.preventDefault();
    if (to === undefined) close();
    else all[to]?.focus();
  }

  return (
    <div class="transfer" ref={root}>
      <button
        type="button"
        disabled={isOff}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => (isOpen ? close() : void list().then(setTargets))}
      >
        Transfer
      </button>
      {isOpen && (
        <div class="menu" role="menu" tabIndex={-1} aria-label="Transfer to" onKeyDown={onKeyDown}>
          {targets.map((target) => (
            <button
              key={target.id}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                close();
                onChoose(target.id);
              }}
            >
              {target.name}
            </button>
          ))}
          {targets.length === 0 && (
            <button type="button" role="menuitem" tabIndex={-1} aria-disabled="true" onClick={close}>
              Nobody else is logged in
            </button>
          )}
        </div>
      )}
    </div>
  );
}

function items(root: HTMLElement | null): readonly HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
}
