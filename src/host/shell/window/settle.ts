import type { Fields } from '../read';
import type { Tools } from '../tools';

export type AppCall = readonly [name: string, payload: unknown];

/** Each makes those of its group that came before it pointless. The groups come last, in this order. */
const REPLACING = ['set_customer_name', 'set_customer_email', 'set_session_variables'];

function groupOf([name]: AppCall): number {
  return REPLACING.indexOf(/session|sales_tracker/.test(name) ? 'set_session_variables' : name);
}

/** What is left of the calls that waited for the app, in the order in which they are made. */
export function settle(calls: readonly AppCall[]): AppCall[] {
  return calls
    .filter((call, i) => {
      const replaces = (later: AppCall) => REPLACING.includes(later[0]) && groupOf(later) === groupOf(call);
      return !calls.slice(i + 1).some(replaces);
    })
    .sort((a, b) => groupOf(a) - groupOf(b));
}

/** What the page may say when it opens the window. A slip of the pen in it is no reason not to open. */
export function readOffer(call: AppCall, { complainUnknown }: Pick<Tools, 'complainUnknown'>): AppCall[] {
  if (call[0] !== 'maximize') return [call];
  const { messageDraft, startChat, ...others } = (call[1] ?? {}) as Fields;
  Object.keys(others).forEach(complainUnknown);
  const offer: AppCall[] = [];
  if (typeof messageDraft === 'string') offer.push(['offer_draft', messageDraft]);
  if (startChat === true) offer.push(['start_chat', null]);
  return offer;
}
