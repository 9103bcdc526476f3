import type { ComponentProps } from 'preact';
import { Icon, type IconName } from '../icons/Icon';

type Props = Omit<ComponentProps<'button'>, 'type' | 'aria-label' | 'class'> & {
  readonly icon: IconName;
  readonly name: string;
  readonly class?: string;
};

/** A button that shows an icon, with its name in a tip on hover and focus. Escape takes the tip away: see escape.ts. */
export function IconButton({ icon, name, class: extra, ...rest }: Props) {
  return (
    <button
      {...rest}
      type="button"
      class={`icon-button${extra ? ` ${extra}` : ''}`}
      aria-label={name}
      onMouseLeave={wake}
      onBlur={wake}
    >
      <Icon name={icon} />
      <span class="tip" aria-hidden="true">
        {name}
      </span>
    </button>
  );
}

function wake({ currentTarget }: { currentTarget: HTMLElement }): void {
  delete currentTarget.dataset['quiet'];
}
