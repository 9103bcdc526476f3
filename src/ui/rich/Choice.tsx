import { useContext } from 'preact/hooks';
import type { RichButton } from '../../domain';
import { Icon } from '../icons/Icon';
import { cleanLine } from '../text/clean-line';
import { useOwnRest, useUi } from '../ui-context';
import { useValue } from '../use-value';
import { isKnown, leadsAway, wayOf } from './button-link';
import { CopyChoice } from './CopyChoice';
import { OpenedBy } from './opened-by';
import { useTabIndex } from './stop';
import { WayOut } from './WayOut';

interface Props {
  readonly button: RichButton;
  /** Some button of the row is on its way, or none of them can be pressed any more. */
  readonly isWaiting: boolean;
  readonly isPending: boolean;
  readonly press: () => void;
}

/** By what it does: a link where it leads away, else a button. Where it may not lead it is only a text. */
export function Choice({ button, isWaiting, isPending, press }: Props) {
  const { session, words } = useUi();
  const { safeUrl, useFocusHandover, openMoment } = useOwnRest();
  const me = useValue(() => session.users.me.value?.id);
  const tabIndex = useTabIndex();
  const event = useContext(OpenedBy);
  const place = useFocusHandover<HTMLButtonElement>();
  const label = cleanLine(button.text, 100) || cleanLine(button.value ?? '', 100) || '…';
  const isPressed = me !== undefined && button.userIds.includes(me);
  const css = `choice is-${roleOf(button)}${isPressed ? ' is-pressed' : ''}`;
  const way = leadsAway(button) ? wayOf(button, safeUrl) : undefined;
  if ((leadsAway(button) && !way) || !isKnown(button)) return <Inert button={button} label={label} />;
  if (button.type === 'copy') {
    return (
      <CopyChoice class={css} text={button.value ?? button.text} press={press}>
        {label}
      </CopyChoice>
    );
  }
  const isMoment = way !== undefined && button.type === 'webview';
  if (way && !isMoment) {
    return (
      <WayOut class={css} button={button} way={way} press={press}>
        <Icon name={way.icon} />
        <bdi>{label}</bdi>
        {way.host && <bdi> ({way.host})</bdi>}
      </WayOut>
    );
  }
  const isToggle = button.type === undefined;
  return (
    <button
      type="button"
      class={css}
      ref={place}
      tabIndex={tabIndex}
      aria-haspopup={isMoment ? 'dialog' : undefined}
      aria-pressed={isToggle ? isPressed : undefined}
      aria-disabled={(isWaiting && !isMoment) || undefined}
      onClick={() => {
        press();
        if (isMoment) openMoment({ url: new URL(way.href), height: button.webviewHeight ?? 'full', event });
      }}
    >
      {isPending && <span class="spinner" aria-hidden="true" />}
      {isPressed && !isPending && <Icon name="sent" />}
      <bdi>{label}</bdi>
      {isMoment && way.host && <bdi> ({way.host})</bdi>}
      {isPressed && !isToggle && ' '}
      {isPressed && !isToggle && <span class="unseen">({words.t('rich.pressed')})</span>}
    </button>
  );
}

function Inert({ button, label }: { readonly button: RichButton; readonly label: string }) {
  const value = cleanLine(button.value ?? '', 200);
  return (
    <p class="choice is-inert">
      <bdi>{label}</bdi>
      {value && value !== label && <bdi class="choice-value"> {value}</bdi>}
    </p>
  );
}

/** From a closed list: what comes from outside becomes no class. */
function roleOf({ role }: RichButton): string {
  return role === 'primary' || role === 'danger' ? role : 'default';
}
