import tls, { type ConnectionOptions } from 'node:tls';
import { WebSocket } from 'ws';
import { HOST, type NamedSandbox } from './foreign-tls';
import type { Frame } from './sandbox-peer';

/** A visitor who speaks v3.6 frame by frame, under the name of the service as everybody here. */
export async function foreignVisitor({ sandbox, customerToken }: NamedSandbox) {
  const frames: Frame[] = [];
  const waiting = new Set<() => void>();
  const url = `wss://${HOST}/v3.6/customer/rtm/ws?organization_id=${sandbox.organizationId}`;
  const createConnection = (options: ConnectionOptions) => tls.connect({ ...options, host: HOST });
  const socket = new WebSocket(url, { createConnection: createConnection as never });
  socket.on('message', (data) => {
    frames.push(JSON.parse((data as Buffer).toString()));
    for (const look of waiting) look();
  });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));

  const when = (fits: (frame: Frame) => boolean) =>
    new Promise<Frame>((resolve) => {
      const look = () => {
        const frame = frames.find(fits);
        if (!frame) return;
        waiting.delete(look);
        resolve(frame);
      };
      waiting.add(look);
      look();
    });

  let count = 0;
  async function ask(action: string, payload: object = {}): Promise<Frame> {
    count += 1;
    const request_id = `q${count}`;
    socket.send(JSON.stringify({ request_id, action, payload }));
    const response = await when((frame) => frame.type === 'response' && frame.request_id === request_id);
    if (!response.success) throw new Error(JSON.stringify(response));
    return response.payload;
  }

  const { customer_id: customerId } = await ask('login', { token: `Bearer ${await customerToken()}` });
  return {
    customerId: String(customerId),
    ask,
    /** The payload of the first push of this name that fits. */
    heard: async (action: string, fits: (payload: Frame) => boolean = () => true) =>
      (await when((frame) => frame.type === 'push' && frame.action === action && fits(frame.payload))).payload,
    leave: () => socket.close(),
  };
}
