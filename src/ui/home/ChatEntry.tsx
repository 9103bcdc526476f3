import type { ComponentChildren } from 'preact';

interface Props {
  readonly name: string;
  readonly onClick: () => void;
  readonly children: ComponentChildren;
}

/** A way into the conversation. */
export function ChatEntry({ name, onClick, children }: Props) {
  return (
    <li>
      <button type="button" class="home-entry is-chat" onClick={onClick}>
        <strong>{name}</strong> {children}
      </button>
    </li>
  );
}
