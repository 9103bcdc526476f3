import type { ComponentChildren } from 'preact';

/** A row of a list of facts; nothing, if nothing is known. */
export function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  if (children === undefined || children === '' || children === false) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}
