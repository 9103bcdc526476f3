import type { Clock, Goods, Outcome, RichMessage, Session, SessionRest } from '../../domain';
import { safeUrl } from '../text/safe-url';
import type { Methods } from './messenger';
import type { OpenMoment } from './open-moment';

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
export function createMethods(
  session: Session,
  clock: Clock,
  { url, event }: Pick<OpenMoment, 'url' | 'event'>,
  panel: PanelActs,
): Methods {
  let sent: readonly number[] = [];

  function once(): void {
    const now = clock.now();
    sent = sent.filter((at) => at > now - WITHIN_MS);
    if (sent.length >= MOST_MESSAGES) throw new Error('Too many messages');
    sent = [...sent, now];
  }

  async function act(what: (rest: SessionRest) => Promise<Outcome>, problem: string): Promise<void> {
    const rest = session.rest.peek();
    if (!rest || (await what(rest)) !== 'done') throw new Error(problem);
  }
  const rest = session.rest.peek();
  const transferIdentity = rest?.rules.peek().identityOrigins.includes(url.origin) ? rest.transferIdentity : undefined;
  const change = (changes: Parameters<SessionRest['updateCustomer']>[0]) =>
    act((rest) => rest.updateCustomer(changes), 'It could not be changed');

  return new Map<string, (argument: unknown) => unknown>([
    ['close', () => panel.close()],
    [
      'sendMessage',
      (argument) => {
        const text = readText(fieldsOf(argument)['text'], 'text', LONGEST_TEXT);
        once();
        session.send(text);
      },
    ],
    [
      'sendSystemMessage',
      (argument) => {
        const { text, recipients = 'all' } = fieldsOf(argument);
        const said = readText(text, 'text', LONGEST_TEXT);
        if (recipients !== 'all' && recipients !== 'agents') throw new Error('recipients should be all or agents');
        once();
        return act((rest) => rest.sendSystemMessage('moment', said, recipients), 'There is no chat to send it to');
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
    ...(event ? [['sendPostback', (argument: unknown) => sendPostback(event, argument)] as const] : []),
    ...(transferIdentity ? [['getIdentityTransferToken', () => transfer(transferIdentity)] as const] : []),
  ]);

  async function transfer(ask: NonNullable<SessionRest['transferIdentity']>) {
    once();
    const given = await ask();
    if (!given) throw new Error('The identity could not be handed over');
    return { expiresIn: given.lifeMs / 1_000, identityTransferToken: given.token };
  }

  function sendPostback(from: RichMessage, argument: unknown): Promise<void> {
    const { id, type, toggled = true, ecommerce } = fieldsOf(argument);
    const postback = {
      id: readText(id, 'id', LONGEST_VALUE),
      ...(type !== undefined && { type: readText(type, 'type', LONGEST_VALUE) }),
      ...(ecommerce !== undefined && { goods: readGoods(fieldsOf(ecommerce), from) }),
    };
    if (typeof toggled !== 'boolean') throw new Error('toggled should be true or false');
    once();
    return act((rest) => rest.sendPostback(from, postback, toggled), 'It could not be sent');
  }
}

/** The product of the message, if the app names none. */
function readGoods({ productId, optionId, quantity }: Readonly<Record<string, unknown>>, from: RichMessage): Goods {
  const shown = from.elements[0]?.product?.productId;
  if (quantity !== undefined && !(Number.isSafeInteger(quantity) && (quantity as number) > 0))
    throw new Error('quantity should be a whole number above 0');
  return {
    productId: readText(productId ?? shown, 'productId', LONGEST_VALUE),
    ...(optionId !== undefined && { optionId: readText(optionId, 'optionId', LONGEST_VALUE) }),
    ...(quantity !== undefined && { quantity: quantity as number }),
  };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return Object(value) as Readonly<Record<string, unknown>>;
}

function readText(value: unknown, what: string, longest: number): string {
  if (typeof value !== 'string' || !value.trim() || value.length > longest)
    throw new Error(`${what} should be a text of up to ${longest} characters`);
  return value;
}
