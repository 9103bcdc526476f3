import type { IconName } from '../icons/Icon';

/** Something that can be done, in the menu. */
export interface Choice {
  readonly icon: IconName;
  readonly text: string;
  /** How it stands at present. */
  readonly note?: string | undefined;
  readonly choose: () => void;
  /** Done with the press: nothing is asked. */
  readonly isDone?: boolean | undefined;
}
