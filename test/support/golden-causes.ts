import { readGolden } from './golden-shape';
import { chatting } from './golden-world';
import type { Frame, SandboxPeer } from './sandbox-peer';

/** How each push comes about. The answer is the newest one of its name at a connection of the customer. */
export type Cause = () => Frame;

export const last = (peer: SandboxPeer, name: string): Frame => peer.lastPush(name);

/** A sample request is sent in a chat, and something is pushed. */
export const by =
  (request: string, push: string, scene = chatting): Cause =>
  () => {
    const { send, visitor } = scene();
    send(visitor, readGolden(`action.${request}.request`));
    return last(visitor, push);
  };

/** The customer sends what the sample of an event is made of. */
export const said =
  (name: string): Cause =>
  () => {
    const { visitor, chat_id, translate } = chatting();
    visitor.get('send_event', { chat_id, event: outgoing(translate(readGolden(name).payload.event)) });
    return last(visitor, 'incoming_event');
  };

/** An agent does, or the bot. */
export const toldBy =
  (who: 'priya' | 'pixel', name: string): Cause =>
  () => {
    const scene = chatting();
    const event = outgoing(scene.translate(readGolden(name).payload.event));
    scene[who].get('send_event', { chat_id: scene.chat_id, event: { ...event, visibility: 'all' } });
    return last(scene.visitor, 'incoming_event');
  };

/** What only the server says of an event, and those properties that it adds. */
const GIVEN = new Set(['id', 'created_at', 'author_id', 'recipients', 'properties']);

function outgoing(event: Frame): Frame {
  const own = Object.entries(event.properties ?? {}).filter(([namespace]) => namespace !== 'source');
  return {
    ...Object.fromEntries(Object.entries(event).filter(([key]) => !GIVEN.has(key))),
    ...(own.length > 0 && { properties: Object.fromEntries(own) }),
  };
}
