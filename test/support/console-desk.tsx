import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeAll, beforeEach } from 'vitest';
import { createConsole } from '../../src/sandbox/console/state';
import { Root } from '../../src/sandbox/console/views/Root';
import { inesId, mara, message, theo, wireSummary, wireThread } from './console-chats';
import { consoleHttp } from './console-http';
import { consoleLine } from './console-line';
import { type FakeClock, fakeClock } from './fake-clock';

export let line: ReturnType<typeof consoleLine>;
export let clock: FakeClock;
export let http: ReturnType<typeof consoleHttp>;
let ids = 0;

/** The console as an agent sees it, at the end of a fake line. Made new for each test. */
export function setUpDesk(): void {
  beforeAll(() => {
    // jsdom has the dialog, and not its methods.
    HTMLDialogElement.prototype.showModal = function open() {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function close() {
      this.open = false;
    };
  });

  beforeEach(() => {
    line = consoleLine();
    clock = fakeClock();
    http = consoleHttp();
    ids = 0;
    sessionStorage.clear();
  });

  afterEach(cleanup);
}

export function show(): void {
  render(
    <Root
      agents={[mara, theo]}
      storage={() => sessionStorage}
      create={(me) =>
        createConsole({
          me,
          agents: [mara, theo],
          openSocket: line.openSocket,
          fetch: http.fetch,
          clock,
          random: () => 1,
          newId: () => {
            ids += 1;
            return `own-${ids}`;
          },
        })
      }
    />,
  );
}

export const hello = message('e1', inesId, 'Hello, is the blue one in stock?', 2);

export async function logIn(chats: readonly object[] = [wireSummary({ events: [hello] })]) {
  show();
  fireEvent.click(screen.getByRole('button', { name: 'Log in as Mara Okafor' }));
  await comeOnline(chats);
}

export async function comeOnline(chats: readonly object[]) {
  await act(async () => {
    line.open();
    await line.answer('login', {
      my_profile: { id: mara.id, routing_status: 'accepting_chats' },
      chats_summary: chats,
    });
    await line.answer('list_chats', { chats_summary: chats, found_chats: chats.length });
  });
}

export const row = (name: RegExp) => within(screen.getByRole('list', { name: 'Chats' })).getByRole('button', { name });
export const log = () => within(screen.getByRole('log', { name: 'Conversation' }));
export const reply = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Reply' });

export async function openInes(events: readonly object[] = [hello], more: object = {}) {
  fireEvent.click(row(/Ines Duarte/));
  await act(() => line.answer('list_threads', { threads: [wireThread({ events })], found_threads: 1, ...more }));
}

export const push = (action: string, payload: object) =>
  act(() => line.push(action, { chat_id: 'CHAT1', thread_id: 'TH1', ...payload }));

export function write(text: string) {
  fireEvent.input(reply(), { target: { value: text } });
  fireEvent.keyDown(reply(), { key: 'Enter' });
}
