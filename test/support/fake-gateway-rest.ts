import type { Form, GatewayRest, Outcome, SendOutcome } from '../../src/domain';

export interface FakeGatewayRest extends GatewayRest {
  hasToAskForStatuses: boolean;
  /** By type and group, e.g. `prechat 0`. */
  readonly forms: Map<string, Form>;
  readonly formsAsked: string[];
  /** What was asked of it, in order: the name and what came with it. */
  readonly asked: (readonly [name: string, ...told: unknown[]])[];
  /** What becomes of every wish, until it is changed. */
  outcome: Outcome;
  /** What becomes of what is sent, one after the other; then all is accepted. */
  readonly sending: SendOutcome[];
}

/** The rest of a gateway, without a line. */
export function fakeGatewayRest(): FakeGatewayRest {
  const wish =
    (name: string) =>
    async (...told: unknown[]): Promise<Outcome> => {
      gateway.asked.push([name, ...told]);
      return gateway.outcome;
    };
  const send =
    (name: string) =>
    async (...told: unknown[]): Promise<SendOutcome> => {
      gateway.asked.push([name, ...told]);
      return gateway.sending.shift() ?? { outcome: 'accepted', chatId: 'CHAT000001' as never, eventId: undefined };
    };
  const read =
    (name: string) =>
    async (...told: unknown[]): Promise<undefined> => {
      gateway.asked.push([name, ...told]);
    };

  const gateway: FakeGatewayRest = {
    asked: [],
    forms: new Map(),
    formsAsked: [],
    outcome: 'done',
    sending: [],
    hasToAskForStatuses: false,
    sendEvent: send('sendEvent'),
    sendFile: send('sendFile'),
    deleteEvent: wish('deleteEvent'),
    sendPostback: wish('sendPostback'),
    updateProperties: wish('updateProperties'),
    deleteProperties: wish('deleteProperties'),
    updateCustomer: wish('updateCustomer'),
    setSessionFields: wish('setSessionFields'),
    readCustomer: read('readCustomer'),
    async readGroupStatuses(ids) {
      gateway.asked.push(['readGroupStatuses', ids]);
      return new Map();
    },
    async readForm(groupId, type) {
      gateway.formsAsked.push(`${type} ${groupId}`);
      return gateway.forms.get(`${type} ${groupId}`);
    },
    predictAgent: read('predictAgent'),
    requestWelcome: read('requestWelcome'),
    readLink: async (url) => ({ url }),
    acceptGreeting: wish('acceptGreeting'),
    cancelGreeting: wish('cancelGreeting'),
    pressGreetingButton: wish('pressGreetingButton'),
    checkGoals: wish('checkGoals'),
    verifyEmail: wish('verifyEmail'),
  };
  return gateway;
}
