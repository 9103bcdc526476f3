import { describe, expect, it } from 'vitest';
import type { Frame, SandboxPeer } from '../../../support/sandbox-peer';
import { fixtureNames, readFixture } from '../../../support/v30-shape';
import { ABOUT, type Chapter, type Story, v30Story } from '../../../support/v30-story';

const CHAPTERS: ReadonlyMap<string, Chapter> = new Map<string, Chapter>([
  ['flow.first-visit', 'new'],
  ['flow.reopen-by-message', 'closed'],
]);

interface Step {
  readonly dir: 'c2s' | 's2c';
  readonly frame?: Frame;
}

/** What matters of the order: which frame it is, and whether it answers a request. */
const mark = ({ action, type, request_id }: Frame) => `${type ?? 'request'} ${action}${request_id ? ' with id' : ''}`;

/** The page is where a visit begins; the fixtures take it for granted. */
const withPage = (frame: Frame): Frame =>
  frame.action === 'login' ? { ...frame, payload: { ...ABOUT, ...frame.payload } } : frame;

/** What is heard without having been asked for: somebody else did it. */
function actForOthers({ world, priya }: Story, chatId: string, action: string): void {
  if (action === 'incoming_event') {
    priya.get('send_event', { chat_id: chatId, event: { type: 'message', text: 'Good morning' } });
  }
  if (action === 'last_seen_timestamp_updated') {
    world.clock.pass(1_000);
    priya.get('update_last_seen_timestamp', { chat_id: chatId });
  }
}

describe('a conversation of v3.0', () => {
  const names = fixtureNames('customer').filter((name) => name.startsWith('flow.'));

  it.for(names)('goes as in the fixtures: %s', (name) => {
    const story = v30Story(CHAPTERS.get(name) ?? 'open');
    const steps: readonly Step[] = readFixture('customer', name);
    const logsIn = steps.some(({ frame }) => frame?.action === 'login');
    const peer: SandboxPeer = logsIn ? story.world.openCustomer() : story.visitor;
    peer.frames.splice(0);
    const ownChat = () => peer.lastPush('incoming_chat_thread')?.payload.chat.id ?? story.chatId;
    for (const { dir, frame } of steps) {
      if (!frame) continue;
      if (dir === 's2c' && frame.request_id === undefined) actForOthers(story, ownChat(), frame.action);
      if (dir === 's2c') continue;
      const text = JSON.stringify(story.localise(withPage(frame)));
      peer.receive(text.replaceAll('PQ4ZT8W1KC', ownChat()));
    }
    const told = steps.flatMap(({ dir, frame }) => (dir === 's2c' && frame ? [mark(frame)] : []));
    // What follows from our greetings and ratings comes on top.
    const heard = peer.frames.map(mark).filter((line) => told.includes(line));
    expect(heard).toEqual(told);
  });
});
