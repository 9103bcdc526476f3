import { useEffect, useRef, useState } from 'preact/hooks';
import type { Status } from '../team';
import { Dot } from './Dot';

export interface MenuItem {
  readonly id: string;
  readonly text: string;
  readonly status?: Status | undefined;
}

export interface MenuGroup {
  readonly title: string;
  readonly items: readonly MenuItem[];
}

interface Props {
  readonly label: string;
  /** What the list of choices is called. */
  readonly name: string;
  readonly isOff: boolean;
  readonly opensUp?: boolean;
  readonly load: () => Promise<readonly MenuGroup[]>;
  /** Said instead of an empty first group. */
  readonly nothing?: string;
  readonly onChoose: (id: string) => void;
}

/** A button and the choices behind it. Arrows inside, Escape goes back to the button. */
export function Menu({ label, name, isOff, opensUp, load, nothing, onChoose }: Props) {
  const [groups, setGroups] = useState<readonly MenuGroup[]>();
  const root = useRef<HTMLDivElement>(null);
  const isOpen = groups !== undefined;

  useEffect(() => {
    if (!isOpen) return;
    items(root.current)[0]?.focus();
    const closeOutside = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setGroups(undefined);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [isOpen]);

  function close() {
    setGroups(undefined);
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
    if (event.key === 'Tab') return setGroups(undefined);
    if (to === undefined && event.key !== 'Escape') return;
    event.preventDefault();
    if (to === undefined) close();
    else all[to]?.focus();
  }

  return (
    <div class="menu-place" ref={root}>
      <button
        type="button"
        disabled={isOff}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => (isOpen ? close() : void load().then(setGroups))}
      >
        {label}
      </button>
      {groups && (
        <div
          class={opensUp ? 'menu opens-up' : 'menu'}
          role="menu"
          tabIndex={-1}
          aria-label={name}
          onKeyDown={onKeyDown}
        >
          {nothing && groups[0]?.items.length === 0 && (
            <button type="button" role="menuitem" tabIndex={-1} aria-disabled="true" onClick={close}>
              {nothing}
            </button>
          )}
          {groups.map((group) => (
            <Choices
              key={group.title}
              group={group}
              onChoose={(id) => {
                close();
                onChoose(id);
              }}
            />
          ))}
        </div>
      )}
    </div>
  );
}

function Choices({ group, onChoose }: { group: MenuGroup; onChoose: (id: string) => void }) {
  if (group.items.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a menu
    <div role="group" aria-label={group.title}>
      <p class="menu-title" aria-hidden="true">
        {group.title}
      </p>
      {group.items.map(({ id, text, status }) => (
        <button key={id} type="button" role="menuitem" tabIndex={-1} onClick={() => onChoose(id)}>
          {status && <Dot status={status} />}
          {text}
        </button>
      ))}
    </div>
  );
}

function items(root: HTMLElement | null): readonly HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
}
