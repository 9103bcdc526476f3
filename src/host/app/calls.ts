import { effect, type Signal, untracked } from '@preact/signals-core';
import type { Connection } from '../../connection';
import type { Diagnostics, GatewayRest, Session, WholeSessionRest } from '../../domain';
import type { AppBridge, AppCall } from '../shell/contract';
import { createChatSettings } from './chat-settings';
import { createCustomerWishes } from './customer';
import type { WayBack } from './way-back';

interface Answerers {
  readonly session: Session;
  readonly rest: WholeSessionRest;
  readonly gateway: Pick<GatewayRest, 'updateCustomer' | 'setSessionFields'>;
  readonly diagnostics: Diagnostics;
  readonly connection: Pick<Connection, 'ask'>;
  readonly bridge: Pick<AppBridge, 'send'>;
  readonly hearFocus: (isPageFocused: unknown) => void;
  /** Whose chat it was is nobody's business any more. */
  readonly forget: () => void;
  readonly learn: (fields: ReadonlyMap<string, string>, isWhole: boolean) => void;
  /** To the developer of the page. */
  readonly complain: (...what: readonly string[]) => void;
}

/** What the page's own functions have answered is for those who asked. */
const ANSWERS: readonly string[] = ['identity', 'custom'];

/** `trigger_sales_tracker`, as the page writes it: numbers are as good as texts. */
interface Sale extends Readonly<Record<string, unknown>> {
  readonly trackerId?: string | number;
}

/** What the page may ask. A closed list: a name from the page is never looked up on an object that has other names. */
export function answerCalls(calls: Signal<readonly AppCall[]>, parts: Answerers): () => void {
  const { session, rest, diagnostics, complain } = parts;
  const customer = createCustomerWishes(parts);
  const stops = [customer.stop];
  let wayBack: WayBack | undefined;
  /** What the page has put into the field, as it was. */
  let offered = '';
  stops.push(
    rest.onDeed((deed) => {
      // Whoever fills in the form before a chat means to say what the page says for them. What they have changed is theirs.
      if (deed.kind !== 'form-submitted' || deed.form !== 'prechat') return;
      if (offered && session.draft.text.peek() === offered) session.send(offered);
      offered = '';
    }),
  );

  const known = new Map<string, (payload: unknown) => unknown>([
    [
      'offer_draft',
      (payload) => {
        if (typeof payload !== 'string') return;
        session.draft.offer(payload);
        if (session.draft.text.peek() === payload) offered = payload.trim() && payload;
      },
    ],
    ['start_chat', () => import('./seldom').then(({ startChat }) => void stops.push(startChat(parts)))],
    ['close_chat', () => session.endChat()],
    [
      'send_message',
      (payload) => {
        const { text } = Object(payload) as { readonly text?: unknown };
        const draft = session.draft.text.peek();
        if (typeof text === 'string' && text.trim()) {
          session.send(text);
          session.draft.set(draft);
        } else complain('send_message needs { text }');
      },
    ],
    [
      'hide_greeting',
      () => {
        const greeting = rest.greeting.peek();
        if (greeting) void rest.cancelGreeting(greeting);
      },
    ],
    ['set_customer_name', (payload) => customer.setText('name', payload)],
    ['set_customer_email', (payload) => customer.setText('email', payload)],
    ['set_session_variables', (payload) => customer.setFields(payload, true)],
    ['update_session_variables', (payload) => customer.setFields(payload, false)],
    [
      'trigger_sales_tracker',
      (payload) => {
        const { trackerId, orderPrice, orderId, variables, ...others } = Object(payload) as Sale;
        for (const name of Object.keys(others)) complain(`trigger_sales_tracker does not know "${name}"`);
        if (!trackerId) return complain('trigger_sales_tracker needs a trackerId');
        const fields = { __order_id: orderId, __order_price: orderPrice };
        return customer.setFields({ ...Object(variables), [`__sales_tracker_${trackerId}`]: '1', ...fields }, false);
      },
    ],
    [
      'track_sales_event',
      async (payload) => {
        const wrong = (await import('./seldom')).whatIsWrongWithSale(payload);
        // The API has no action for it yet, so what is right goes nowhere, too.
        if (wrong) complain('track_sales_event:', wrong);
        else diagnostics.report('sales event not sent');
      },
    ],
    ['logout', () => parts.forget()],
    // Said by what hears the page around.
    ['left_out', () => diagnostics.report('message left out', 'page')],
    // Said by what reads the start.
    ['wrong_settings', (names) => diagnostics.report('settings left out', String(names))],
    ['disable_sounds', () => rest.mute(true)],
    // Of the settings of the page, and not for later.
    ['set_chat', createChatSettings(rest, diagnostics, complain)],
    // Not for pages: the shell says so.
    ['update_look', (payload) => import('./look').then(({ putOnLook }) => putOnLook(payload, diagnostics))],
    ['page_focus', parts.hearFocus],
    ['visitor_leaves', () => rest.visitorLeaves()],
    [
      'way_back',
      async (isWanted) => {
        const { createWayBack } = await import('./way-back');
        if (!wayBack) {
          wayBack = createWayBack(window, () => parts.bridge.send({ type: 'minimize', gesture: 'pointer' }));
          stops.push(wayBack.stop);
        }
        wayBack.want(isWanted === true);
      },
    ],
    [
      'tell_old_api',
      () => import('./seldom').then(({ tellOldApi }) => void stops.push(tellOldApi(session, parts.bridge))),
    ],
  ]);

  const stopAnswering = effect(() => {
    const waiting = calls.value.filter(({ name }) => !ANSWERS.includes(name));
    if (waiting.length === 0) return;
    calls.value = calls.value.filter(({ name }) => ANSWERS.includes(name));
    for (const { name, payload } of waiting) {
      const answer = known.get(name);
      if (answer) untracked(() => answer(payload));
      else complain(`"${String(name).slice(0, 40)}" is not known`);
    }
  });
  return () => {
    for (const stop of [stopAnswering, ...stops]) stop();
  };
}
