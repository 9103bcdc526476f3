import { effect, signal } from '@preact/signals-core';
import type { CustomerChanges, GatewayRest, Outcome, Session } from '../../domain';

/** The service keeps no more, and no longer ones. */
const MOST_FIELDS = 100;
const LONGEST_NAME = 500;
const LONGEST_VALUE = 3_500;
const LONGEST_TEXT = 256;

type Fields = ReadonlyMap<string, string>;
interface Wanted extends CustomerChanges {
  /** Those of before are gone. */
  readonly isWhole?: boolean;
}

interface Parts {
  readonly session: Pick<Session, 'line' | 'phase' | 'users'>;
  readonly gateway: Pick<GatewayRest, 'updateCustomer' | 'setSessionFields'>;
  readonly complain: (what: string) => void;
  /** The service has them now. It tells everybody but us. */
  readonly learn: (fields: Fields, isWhole: boolean) => void;
}

/**
 * What the page says about its customer: kept until there is a line, and all of a moment told at once. What is no name, no
 * e-mail address or no variable is said in the console, and what was known before stays.
 */
export function createCustomerWishes({ session, gateway, complain, learn }: Parts) {
  const wanted = signal<Wanted | undefined>(undefined);
  let isTelling = false;

  async function tell({ isWhole = false, sessionFields, ...changes }: Wanted): Promise<void> {
    const outcomes: Outcome[] = [];
    if (isWhole && sessionFields) outcomes.push(await gateway.setSessionFields(sessionFields));
    const fields = isWhole ? undefined : sessionFields;
    if (fields || 'name' in changes || 'email' in changes) {
      outcomes.push(await gateway.updateCustomer({ ...changes, ...(fields && { sessionFields: fields }) }));
    }
    // What the line has lost is said again, under what has been asked since.
    if (outcomes.every((each) => each === 'done')) learn(sessionFields ?? new Map(), isWhole);
    if (outcomes.includes('failed')) add({ isWhole, ...changes, ...(sessionFields && { sessionFields }) }, true);
  }

  const stop = effect(() => {
    const changes = wanted.value;
    if (!changes || isTelling || session.line.value.state !== 'online' || session.phase.value !== 'ready') return;
    isTelling = true;
    // The other calls of this moment join in.
    queueMicrotask(() => void tellWanted());
  });

  async function tellWanted(): Promise<void> {
    const now = wanted.peek();
    wanted.value = undefined;
    if (now) await tell(now).catch(() => {});
    isTelling = false;
    if (wanted.peek()) wanted.value = { ...wanted.peek() };
  }

  function add(more: Wanted, isOlder = false): void {
    const known = wanted.peek() ?? {};
    const [first, then] = isOlder ? [more, known] : [known, more];
    const fields = new Map([...(then.isWhole ? [] : (first.sessionFields ?? [])), ...(then.sessionFields ?? [])]);
    wanted.value = {
      ...first,
      ...then,
      isWhole: Boolean(first.isWhole || then.isWhole),
      ...(fields.size > 0 || then.isWhole ? { sessionFields: fields } : {}),
    };
  }

  function setText(key: 'name' | 'email', value: unknown): void {
    // Only what is a text or a number: anything else has no name in it.
    const text = typeof value === 'string' || typeof value === 'number' ? `${value}`.trim() : '';
    if (!text) complain(`${key} is empty`);
    else if (text.length > LONGEST_TEXT) complain(`${key} is longer than ${LONGEST_TEXT} characters`);
    else if (session.users.me.peek()?.[key] !== text || wanted.peek()?.[key]) add({ [key]: text });
  }

  function setFields(value: unknown, isWhole: boolean): void {
    if (Object(value) !== value || Array.isArray(value)) complain('session variables are no object');
    else add({ sessionFields: readFields(value as object, complain), isWhole });
  }

  return { setText, setFields, stop };
}

function readFields(value: object, complain: (what: string) => void): Fields {
  const all = Object.entries(value).filter(([, each]) => each !== undefined);
  const fitting = all
    .map(([name, each]) => [name, typeof each === 'object' && each ? JSON.stringify(each) : String(each)] as const)
    .filter(([name, text]) => name && name.length <= LONGEST_NAME && text.length <= LONGEST_VALUE)
    .slice(0, MOST_FIELDS);
  if (fitting.length < all.length)
    complain(`${all.length - fitting.length} session variables are too long, or too many`);
  return new Map(fitting);
}
