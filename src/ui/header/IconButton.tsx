import type { ComponentProps } from 'preact';
import { Icon, type IconName } from '../icons/Icon';

type Props = Omit<ComponentProps<'button'>, 'type' | 'aria-label' | 'class'> & {
  readonly icon: IconName;
  readonly name: string;
  readonly class?: string;
};

/** A button that shows an icon. Its name shows in a tip on hover and focus: see aids.css and escape.ts. */
export function IconButton({ icon, name, class: extra = '', ...rest }: Props) {
  return (
    <button {...rest} type="button" class={`icon-button ${extra}`} aria-label={name}>
      <Icon name={icon} />
    </button>
  );
}
