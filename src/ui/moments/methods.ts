import type { Clock, Outcome, Session } from '../../domain';
import { safeUrl } from '../text/safe-url';
import type { Methods } from './messenger';

const LONGEST_TEXT = 16_384;
const LONGEST_VALUE = 3_500;
const MOST_FIELDS = 100;
const MOST_MESSAGES = 5;
const WITHIN_MS = 1_000;

/** What an app may change of the panel that it is in. */
export interface PanelActs {
  close(): void;
  setTitle(title: string): void;
  setFragile(isFragile: boolean): void;
  /** Of another tab; undefined: there is none. */
  setExternalLink(url: URL | undefined): void;
}

/** What an app may do, and no more: it is a page of somebody else, and says what it likes. */
export function createMethods(session: Session, clock: Clock, panel: PanelActs): Methods {
  let sent: readonly number[] = [];

  async function change(changes: Parameters<NonNullable<Session['rest']['value']>['updateCustomer']>[0]) {
    const outcome: Outcome | undefined = await session.rest.peek()?.updateCustomer(changes);
    if (outcome !== 'done') throw new Error('It could not be changed');
  }

  return new Map<string, (argument: unknown) => unknown>([
    ['close', () => panel.close()],
    [
      'sendMessage',
      (argument) => {
        const text = readText(fieldsOf(argument)['text'], 'text', LONGEST_TEXT);
        const now = clock.now();
        sent = sent.filter((at) => at > now - WITHIN_MS);
        if (sent.length >= MOST_MESSAGES) throw new Error('Too many messages');
        sent = [...sent, now];
        session.send(text);
      },
    ],
    [
      'setAttributes',
      (argument) => {
        const fields = Object.entries(fieldsOf(argument));
        if (fields.length > MOST_FIELDS) throw new Error('Too many attributes');
        return change({
          sessionFields: new Map(fields.map(([name, value]) => [name, readText(value, name, LONGEST_VALUE)])),
        });
      },
    ],
    [
      'setExternalLink',
      (argument) => {
        const url = argument === null ? undefined : safeUrl(readText(argument, 'link', LONGEST_VALUE), 'link');
        if (argument !== null && !/^https?:$/.test(url?.protocol ?? ''))
          throw new Error('The link is not a web address');
        panel.setExternalLink(url);
      },
    ],
    ['setIsFragile', (argument) => panel.setFragile(argument === true)],
    ['setTitle', (argument) => panel.setTitle(readText(argument, 'title', LONGEST_VALUE))],
    [
      'updateCustomerData',
      (argument) => {
        const { name, email } = fieldsOf(argument);
        return change({
          ...(name !== undefined && { name: readText(name, 'name', LONGEST_VALUE) }),
          ...(email !== undefined && { email: readText(email, 'email', LONGEST_VALUE) }),
        });
      },
    ],
  ]);
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return Object(value) as Readonly<Record<string, unknown>>;
}

function readText(value: unknown, what: string, longest: number): string {
  if (typeof value !== 'string' || !value.trim() || value.length > longest)
    throw new Error(`${what} should be a text of up to ${longest} characters`);
  return value;
}
