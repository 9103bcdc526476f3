import { readFields } from '../read';
import { complainUnknown } from '../report';

export type AppCall = readonly [name: string, payload: unknown];

const SET = 'set_session_variables';
const VARIABLES = [SET, 'update_session_variables', 'trigger_sales_tracker'];
const LAST_COUNTS = [['set_customer_name'], ['set_customer_email']];

/**
 * What is left of the calls that waited for the app, in the order in which they are made: all that has no group, the last
 * name, the last e-mail, and the session variables since they were last replaced.
 */
export function settle(calls: readonly AppCall[]): AppCall[] {
  const of = (names: readonly string[]) => calls.filter(([name]) => names.includes(name));
  const grouped = [...LAST_COUNTS.flat(), ...VARIABLES];
  const variables = of(VARIABLES);
  const sinceSet = variables.map(([name]) => name).lastIndexOf(SET);
  return [
    ...calls.filter(([name]) => !grouped.includes(name)),
    ...LAST_COUNTS.flatMap((names) => of(names).slice(-1)),
    ...variables.slice(Math.max(sinceSet, 0)),
  ];
}

/** What the page may say when it opens the window. A slip of the pen in it is no reason not to open. */
export function readOffer(call: AppCall): AppCall[] {
  if (call[0] !== 'maximize') return [call];
  const { messageDraft, startChat, ...others } = readFields(call[1]);
  Object.keys(others).forEach(complainUnknown);
  const offer: AppCall[] = [];
  if (typeof messageDraft === 'string') offer.push(['offer_draft', messageDraft]);
  if (startChat === true) offer.push(['start_chat', null]);
  return offer;
}
