import { QUESTION } from '../../test/matrix/cast';
import type { Json } from '../../test/matrix/person';
import { setStage } from '../../test/matrix/stage';
import { inesWithWidget } from '../matrix/ines-with-widget';
import { placeOf } from '../matrix/place';
import { test as base } from './test';
import { Visitor } from './visitor';

export { ANSWER } from '../../test/matrix/cast';
export { expect } from './test';

/** A chat in the widget, and Mara on the other side, at a socket instead of a console. */
export interface WithMara {
  readonly visitor: Visitor;
  readonly chatId: string;
  readonly threadId: string;
  /** Of the Agent API. */
  ask(action: string, payload?: object): Promise<Json>;
  /** What no API can do. */
  control(name: string, payload: object): Promise<Json>;
  /** The id of the event. */
  sends(event: object): Promise<string>;
  says(text: string, more?: object): Promise<string>;
  /** The address of a file that she has uploaded. */
  gives(name: string, type: string, bytes: Buffer): Promise<string>;
  /** Frames of a kind that the widget has sent so far. */
  sent(action: string): readonly Json[];
}

/** The visitor has asked `QUESTION`, and Mara has said `ANSWER`. Version 3.6. */
export const test = base.extend<{ mara: WithMara }>({
  demoOptions: { scriptedAgent: false },
  mara: async ({ page, demo, guard }, use) => {
    const frames: { readonly action: string; readonly payload: Json }[] = [];
    page.on('websocket', (socket) =>
      socket.on('framesent', ({ payload }) => {
        if (socket.url().includes('/customer/')) frames.push(JSON.parse(String(payload)));
      }),
    );
    if (guard.complaints.length > 0) throw new Error('Somebody has complained before it began');
    const stage = await setStage(placeOf(demo.url), '3.6', () => inesWithWidget(page, demo.url, '3.6'));
    const { cast } = stage;
    const { chatId, threadId } = cast;
    const visitor = new Visitor(page);
    await visitor.sees(QUESTION);

    async function sends(event: object): Promise<string> {
      const { event_id } = await cast.mara.ask('send_event', {
        chat_id: chatId,
        event: { visibility: 'all', ...event },
      });
      return event_id;
    }
    await use({
      visitor,
      chatId,
      threadId,
      ask: (action, payload) => cast.mara.ask(action, { chat_id: chatId, ...payload }),
      control: (name, payload) => cast.control(name, { chat_id: chatId, thread_id: threadId, ...payload }),
      sends,
      says: (text, more) => sends({ type: 'message', text, ...more }),
      async gives(name, type, bytes) {
        const form = new FormData();
        form.set('file', new File([new Uint8Array(bytes)], name, { type }));
        const query = new URLSearchParams({ organization_id: placeOf(demo.url).organizationId });
        const response = await fetch(`${demo.url}/v3.6/agent/action/upload_file?${query}`, {
          method: 'POST',
          headers: { authorization: 'Bearer dal:sandbox-mara' },
          body: form,
        });
        return ((await response.json()) as { url: string }).url;
      },
      sent: (action) => frames.filter((one) => one.action === action).map(({ payload }) => payload),
    });
    await stage.close();
  },
});
