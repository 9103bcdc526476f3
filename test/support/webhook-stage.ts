import type { Deliver } from '../../src/sandbox/core/index';
import type { Frame } from './sandbox-peer';
import { sandboxStage } from './sandbox-stage';
import { webCallers } from './web-caller';

export interface Posted {
  readonly url: string;
  readonly text: string;
  readonly body: Frame;
  /** Answers it. Undefined: there was no answer in time. */
  readonly answer: (status: number | undefined) => void;
}

const ADDRESS = 'http://127.0.0.1:4100/hooks';

/** A sandbox and a receiver of webhooks, who takes everything at once unless told otherwise. */
export function webhookStage(options: Parameters<typeof sandboxStage>[0] = {}) {
  const posts: Posted[] = [];
  const receiver: { status: number | undefined | 'none yet' } = { status: 200 };
  const deliver: Deliver = (url, text, done) => {
    posts.push({ url, text, body: JSON.parse(text), answer: done });
    if (receiver.status !== 'none yet') done(receiver.status);
  };
  const stage = sandboxStage({ deliver, ...options });
  const { clientId } = stage.core.settings;
  const call = (version: string) => webCallers(stage).configuration(version);

  return {
    ...stage,
    posts,
    receiver,
    call,
    /** Gives the answer, whatever it is. */
    register(action: string, more: object = {}, version = '3.6') {
      const wanted = { url: ADDRESS, action, secret_key: 'tide-7731-lamp', ...more };
      const body = version === '3.0' ? { payload: wanted } : { owner_client_id: clientId, type: 'license', ...wanted };
      return call(version)('register_webhook', body);
    },
    bodies: (action?: string) => posts.map(({ body }) => body).filter((body) => !action || body.action === action),
  };
}

export type WebhookStage = ReturnType<typeof webhookStage>;
