// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChatState } from '../../../src/domain';
import { enNotices } from '../../../src/ui/i18n/en-notices';
import { enRest } from '../../../src/ui/i18n/en-rest';
import { createWords } from '../../../src/ui/i18n/words';
import { callFor } from '../../../src/ui/notices/call';
import { fakeClock } from '../../support/fake-clock';
import { contentItem, file } from '../../support/ui-content';
import { active, fakeHost, fakeSession, messageItem, messageOf, queued } from '../../support/ui-session';

let session: ReturnType<typeof fakeSession>;
let asked: unknown[];
let rung: number;
let stop: () => void;

beforeEach(() => {
  session = fakeSession(fakeClock());
  const words = createWords('en');
  words.add(enRest);
  words.add(enNotices);
  asked = [];
  rung = 0;
  const host = { ...fakeHost(), ask: (wish: unknown) => void asked.push(wish) };
  stop = callFor({ session, host, words } as never, () => {
    rung += 1;
  });
  vi.spyOn(document, 'hasFocus').mockReturnValue(false);
});

afterEach(() => {
  stop();
  vi.restoreAllMocks();
});

const become = (...states: ChatState[]) => {
  for (const state of states) session.chat.value = state;
};

describe('a visitor who does not look', () => {
  it('is called for what others say, and never for what one said oneself', () => {
    session.moments.emit('new-message', { message: messageOf(messageItem({ text: 'Me' })), isOwn: true });
    expect([rung, asked]).toEqual([0, []]);
    session.moments.emit('new-message', { message: messageOf(messageItem({ text: 'You' })), isOwn: false });
    const { content } = contentItem(file({ name: 'a.png' }));
    session.moments.emit('new-content', { content, isOwn: false });
    // It stood there before the chat.
    const welcome = messageOf(messageItem({ text: 'Ahoy' }));
    const properties = new Map([['lc2', new Map([['welcome_message', true]])]]);
    session.moments.emit('new-message', { message: { ...welcome, properties }, isOwn: false });
    expect(rung).toBe(2);
    expect(asked).toEqual(Array(2).fill({ type: 'flash', text: '1 new message' }));
  });

  it('is called when the turn has come, and not when the line was left', () => {
    become(queued(2), queued(1));
    expect(rung).toBe(0);
    become(active);
    expect(rung).toBe(1);
    expect(asked).toEqual([{ type: 'flash', text: expect.stringMatching(/turn/i) }]);
    become(queued(1), { state: 'ended', id: 'C' as never, threadId: undefined, isResuming: false });
    expect(rung).toBe(1);
  });

  it('who looks is only called by the sound', () => {
    vi.spyOn(document, 'hasFocus').mockReturnValue(true);
    become(queued(1), active);
    expect([rung, asked]).toEqual([1, []]);
  });
});
