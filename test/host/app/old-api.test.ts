import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EventId, FilledForm, GroupId } from '../../../src/domain';
import { tellOldApi } from '../../../src/host/app/old-api';
import { anaId, chat, chatId, greeting, meId, message, placeAt, thread, threadId } from '../../support/chats';
import { type TestSession, testSession } from '../../support/session';

let test: TestSession;
let told: { name: string; args: unknown[] }[];
let stop: () => void;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  test = testSession();
  test.session.core.rest.value = test.rest;
  told = [];
  stop = tellOldApi(test.session, {
    send(sent) {
      if (sent.type === 'event') told.push(sent.payload as (typeof told)[number]);
    },
  });
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

async function chats(): Promise<void> {
  test.gateway.found = chat();
  test.gateway.pages.set(undefined, { threads: [thread([message(1)])] });
  await test.gateway.welcome();
  told = [];
}

it('a greeting is a message that invites, with its text or its titles', () => {
  test.gateway.push({ type: 'greeting-received', greeting });
  const elements = [{ title: 'Spring', buttons: [] }, { title: 'Summer', buttons: [] }, { buttons: [] }] as never;
  const content = { kind: 'rich-message', templateId: 'cards', elements } as const;
  test.gateway.push({ type: 'greeting-received', greeting: { ...greeting, uniqueId: 'u2', content } });
  const by = { user_type: 'agent', agent_name: 'Ana', agent_login: anaId };
  const timestamp = Math.floor(test.clock.now() / 1_000);
  expect(told).toEqual([
    { name: 'message', args: [{ text: 'Hi', timestamp, ...by, invitation: true, received_first_time: true }] },
    {
      name: 'message',
      args: [{ text: 'Spring\nSummer\n', timestamp, ...by, invitation: true, received_first_time: true }],
    },
  ]);
});

describe('forms', () => {
  const form = { id: 'f', fields: [{ type: 'question', id: 'q', label: 'Why?', isRequired: false, options: [] }] };
  const submit = (kind: 'prechat' | 'postchat' | 'ticket') =>
    test.rest.fillFormAround({ kind, form, groupId: 0 as GroupId }, new Map());
  let last = 0;
  const hear = (formType: string | undefined, fields: FilledForm['fields'], authorId = meId) => {
    last += 1;
    const id = `${threadId}_f${last}` as EventId;
    const place = placeAt(100 + last);
    const event = { kind: 'filled-form', id, threadId, place, authorId, formId: 'f', formType, fields } as const;
    test.gateway.push({ type: 'event-received', chatId, event });
  };
  const why = { id: 'q', type: 'question', label: 'Why?', answers: ['Because'] };
  const data = { type: 'question', label: 'Why?', value: 'Because' };

  it.each(['before', 'after'])(
    'are told with what was filled in, heard %s they are known to be taken',
    async (when) => {
      await chats();
      if (when === 'before') hear('prechat', [why]);
      await submit('prechat');
      if (when === 'after') hear('prechat', [why, { ...why, type: 'checkbox', answers: ['A', 'B'] }]);
      vi.advanceTimersByTime(10_000);
      const more = when === 'after' ? [{ type: 'checkbox', label: 'Why?', value: 'A, B' }] : [];
      expect(told).toEqual([{ name: 'prechat_survey_submitted', args: [{ form_data: [data, ...more] }] }]);
    },
  );

  it('with nothing to be heard of are told without; what another tab or an agent has sent is none of ours', async () => {
    await chats();
    hear('postchat', [why], anaId);
    hear('prechat', [why]);
    await submit('postchat');
    expect(told).toEqual([]);
    vi.advanceTimersByTime(10_000);
    expect(told).toEqual([{ name: 'postchat_survey_submitted', args: [{ form_data: [] }] }]);
    stop();
    await submit('postchat');
    vi.advanceTimersByTime(10_000);
    expect(told).toHaveLength(1);
  });

  it('a ticket has the text and who wrote it', async () => {
    await chats();
    await submit('ticket');
    const field = (type: string, answer: string) => ({ id: type, type, label: type, answers: [answer] });
    const all = [field('name', 'Kim'), field('email', 'kim@shop.example'), field('subject', 'Bike')];
    hear(undefined, [...all, field('textarea', 'It squeaks')]);
    expect(told).toEqual([
      {
        name: 'ticket_created',
        args: [
          {
            ticket_id: threadId,
            text: 'It squeaks',
            visitor_name: 'Kim',
            visitor_email: 'kim@shop.example',
            ticket_subject: 'Bike',
            form_data: [...all, field('textarea', 'It squeaks')].map(({ type, label, answers: [value] }) => ({
              type,
              label,
              value,
            })),
          },
        ],
      },
    ]);
  });
});

it('a comment on a rating is told when it is given, and not when it was there before', async () => {
  await chats();
  await test.rest.rate('good');
  expect(told).toEqual([]);
  await test.rest.rate('good', 'Kind');
  await test.rest.rate('bad', 'Kind');
  await test.rest.rate('bad', 'Too slow');
  expect(told.map(({ name, args }) => [name, ...args])).toEqual([
    ['rating_comment_submitted', 'Kind'],
    ['rating_comment_submitted', 'Too slow'],
  ]);
  const again: unknown[] = [];
  tellOldApi(test.session, { send: (sent) => again.push(sent) })();
  expect(again).toEqual([]);
});
