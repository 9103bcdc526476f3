import type { Clock } from '../../src/domain';
import type { PlainKey } from '../../src/ui/i18n/catalogue';
import type { FakeHost, FakeSession } from '../support/ui-session';

export interface Stage {
  readonly session: FakeSession;
  readonly host: FakeHost;
  readonly clock: Clock;
  /** How long something takes. Undefined: it never ends. */
  readonly lineMs: number | undefined;
  /** Presses what the state begins with, after it is drawn. */
  press(key: PlainKey | 'Pick a new slot' | 'file.open_image'): Promise<void>;
}
