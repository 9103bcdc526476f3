import { useId, useState } from 'preact/hooks';
import { useUi } from '../ui-context';
import { useFocusHandover } from '../window/focus-handover';
import { HeaderRating } from './HeaderRating';
import { IconButton } from './IconButton';
import { Menu } from './Menu';

/** Only what can be done at present; there is no menu when that is nothing. */
export function OptionsMenu({ onEnd }: { readonly onEnd: () => void }) {
  const { words } = useUi();
  const [isOpen, setOpen] = useState(false);
  const place = useFocusHandover<HTMLDivElement>();
  const id = `natter-menu-${useId()}`;

  function toggle(): void {
    setOpen(!isOpen);
  }

  return (
    <>
      <HeaderRating />
      <div class="menu-place" ref={place}>
        <IconButton
          icon="options"
          name={words.t('window.menu')}
          aria-haspopup="menu"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={toggle}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' || isOpen) return;
            event.preventDefault();
            toggle();
          }}
        />
        {isOpen && (
          <Menu
            id={id}
            place={place.current}
            onEnd={onEnd}
            onClose={(focus) => {
              setOpen(false);
              if (focus === 'back') place.current?.querySelector('button')?.focus();
            }}
          />
        )}
      </div>
    </>
  );
}
