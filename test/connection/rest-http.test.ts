import { getEventListeners } from 'node:events';
import { beforeEach, describe, expect, it } from 'vitest';
import type { GroupId, UploadMemory } from '../../src/domain';
import { versions } from '../support/connection-line';
import { settle } from '../support/fake-clock';
import { arrive, chat, chatId, customId, type RestStage } from '../support/rest-verbs-stage';

let stage: RestStage;

describe.each(versions)('over HTTP, in version %s', (version) => {
  const isOld = version === '3.0';
  beforeEach(async () => {
    stage = await arrive(version);
  });

  const goals = () => stage.verbs.checkGoals('https://shop.test/', 3 as GroupId, new Map([['plan', 'gold']]));

  it('counts a customer who may not connect', async () => {
    expect(await goals()).toBe('done');
    const said = { page_url: 'https://shop.test/', group_id: 3 };
    expect(stage.posted).toEqual([
      {
        url: `https://api.test/v${version}/customer/action/check_goals`,
        token: 'Bearer dal:t',
        body: isOld
          ? { payload: { ...said, customer_fields: { plan: 'gold' } } }
          : { ...said, session_fields: [{ plan: 'gold' }] },
      },
    ]);
  });

  const refusal = (type: string, data?: object) => () =>
    new Response(JSON.stringify({ error: { type, message: '', data } }), { status: 400 });

  it('goes where it is sent, once, and stays there', async () => {
    stage.answers = [refusal('misdirected_request', { region: 'fra' })];
    expect(await goals()).toBe('done');
    expect(await goals()).toBe('done');
    expect(stage.posted.map(({ url }) => new URL(url).hostname)).toEqual(['api.test', 'api-fra.test', 'api-fra.test']);
    stage.answers = [
      refusal('misdirected_request', { region: 'dal' }),
      refusal('misdirected_request', { region: 'fra' }),
    ];
    expect(await goals()).toBe('refused');
  });

  it('asks with another token once, and takes a refusal for one', async () => {
    stage.answers = [refusal('authentication'), refusal('validation')];
    expect(await goals()).toBe('refused');
    expect(stage.posted).toHaveLength(2);
    stage.answers = [
      () => {
        throw new TypeError('network');
      },
    ];
    expect(await goals()).toBe('failed');
  });

  it('sends a file, and says how far it has come', async () => {
    const file = new File(['0123456789'], 'a.png', { type: 'image/png' });
    const parts: number[] = [];
    const sending = stage.verbs.sendFile(chat, file, customId, (part) => parts.push(part));
    await settle();
    const upload = stage.uploads[0]!;
    upload.progress(5);
    upload.progress(10);
    expect(parts).toEqual([0.5, 1]);
    expect(new URL(upload.url).pathname).toBe(`/v${version}/customer/action/${isOld ? 'send_file' : 'upload_file'}`);
    if (isOld) {
      expect([upload.form.get('payload.chat_id'), upload.form.get('payload.custom_id')]).toEqual(['C', 'k1']);
      expect((upload.form.get('payload.file') as File).name).toBe('a.png');
      upload.answer(200, { payload: { url: 'https://cdn.test/a.png' } });
    } else {
      expect((upload.form.get('file') as File).name).toBe('a.png');
      upload.answer(200, { url: 'https://cdn.test/a.png' });
      await settle();
      expect(stage.last()).toEqual([
        'send_event',
        { chat_id: 'C', event: { type: 'file', url: 'https://cdn.test/a.png', custom_id: 'k1', recipients: 'all' } },
      ]);
      stage.line.sockets.last().answer('send_event', { event_id: 'E' });
    }
    expect(await sending).toMatchObject({ outcome: 'accepted', chatId: 'C' });
  });

  it('sends a file also while nobody is there, in a chat that goes on', async () => {
    const file = new File(['x'], 'a.png', { type: 'image/png' });
    const sending = stage.verbs.sendFile(undefined, file, customId);
    await settle();
    if (!isOld) stage.uploads[0]!.answer(200, { url: 'https://cdn.test/a.png' });
    await settle();
    stage.line.sockets.last().refuse('start_chat', 'groups_offline');
    await settle();
    expect(stage.last()).toMatchObject(['start_chat', { continuous: true }]);
    stage.line.sockets.last().answer('start_chat', { chat: { id: 'C' }, chat_id: 'C', thread_id: 'T' });
    await settle();
    if (isOld) stage.uploads[0]!.answer(200, { payload: { url: 'https://cdn.test/a.png' } });
    expect(await sending).toMatchObject({ outcome: 'accepted', chatId: 'C' });

    const again = stage.verbs.sendFile({ id: chatId, isActive: false }, new File(['y'], 'b.png'), customId);
    await settle();
    if (isOld) stage.uploads[1]!.answer(422, { error: { type: 'groups_offline', message: 'Groups offline' } });
    else stage.uploads[1]!.answer(200, { url: 'https://cdn.test/b.png' });
    await settle();
    const resume = isOld ? 'activate_chat' : 'resume_chat';
    expect(stage.last()).toMatchObject([resume, { chat: { id: 'C' } }]);
    stage.line.sockets.last().refuse(resume, 'groups_offline');
    await settle();
    expect(stage.last()).toMatchObject([resume, { chat: { id: 'C' }, continuous: true }]);
    stage.line.sockets.last().answer(resume, { thread_id: 'T2', event_ids: ['E2'], chat: { id: 'C' } });
    await settle();
    if (isOld) {
      expect(stage.uploads[2]!.form.get('payload.chat_id')).toBe('C');
      stage.uploads[2]!.answer(200, { payload: { url: 'https://cdn.test/b.png' } });
    }
    expect(await again).toMatchObject({ outcome: 'accepted', chatId: 'C' });
  });

  it('refuses what the service refuses', async () => {
    const sending = stage.verbs.sendFile(chat, new File(['x'], 'a.exe'), customId);
    await settle();
    stage.uploads[0]!.answer(413, { error: { type: 'entity_too_large', message: 'Upload limit exceeded (10MB).' } });
    expect(await sending).toMatchObject({ outcome: 'refused', reason: 'other' });
  });
});

it('does not upload twice what could not be sent at once (3.6)', async () => {
  stage = await arrive('3.6');
  const file = new File(['x'], 'a.png');
  const memory: UploadMemory = {
    async keep(address) {
      memory.address = address;
    },
  };
  const send = () => stage.verbs.sendFile(chat, file, customId, undefined, undefined, memory);
  const first = send();
  await settle();
  stage.uploads[0]!.answer(200, { url: 'https://cdn.test/a.png' });
  await settle();
  stage.line.sockets.last().refuse('send_event', 'too_many_requests');
  expect(await first).toEqual({ outcome: 'not-now' });
  stage.now = 23 * 60 * 60_000 - 1;
  const second = send();
  await settle();
  expect(stage.uploads).toHaveLength(1);
  expect(stage.last()[0]).toBe('send_event');

  // The service throws away within a day what nobody has said.
  stage.line.sockets.last().refuse('send_event', 'too_many_requests');
  await second;
  stage.now += 1;
  void send();
  await settle();
  expect(stage.uploads).toHaveLength(2);
});

it.each(versions)('stops an upload that is cancelled (%s)', async (version) => {
  stage = await arrive(version);
  const cancel = new AbortController();
  const sending = stage.verbs.sendFile(chat, new File(['x'], 'a.png'), customId, undefined, cancel.signal);
  await settle();
  expect(stage.uploads[0]!.isAborted()).toBe(false);
  cancel.abort();
  expect(stage.uploads[0]!.isAborted()).toBe(true);
  expect(await sending).toMatchObject({ outcome: version === '3.0' ? 'unknown' : 'not-now' });
});

it('keeps nothing of an upload that is over, however often it is tried again', async () => {
  stage = await arrive('3.6');
  const { signal } = new AbortController();
  const sending = stage.verbs.sendFile(chat, new File(['x'], 'a.png'), customId, undefined, signal);
  await settle();
  expect(getEventListeners(signal, 'abort')).toHaveLength(1);
  stage.uploads[0]!.answer(500, {});
  await sending;
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
});

it.each(['http://elsewhere.test/a.png', 'ftp://api.test/a.png', '/a.png'])(
  'says nothing of an upload at %s (3.6)',
  async (url) => {
    stage = await arrive('3.6');
    const sending = stage.verbs.sendFile(chat, new File(['x'], 'a.png'), customId);
    await settle();
    stage.uploads[0]!.answer(200, { url });
    expect(await sending).toMatchObject({ outcome: 'refused', reason: 'other' });
  },
);

it('starts a chat for a file when there is none (3.0)', async () => {
  stage = await arrive('3.0');
  const sending = stage.verbs.sendFile(undefined, new File(['x'], 'a.png'), customId);
  await settle();
  expect(stage.last()).toEqual(['start_chat', { chat: {} }]);
  stage.line.sockets.last().answer('start_chat', { chat: { id: 'NEW', thread: { id: 'T', events: [] } } });
  await settle();
  expect(stage.uploads[0]!.form.get('payload.chat_id')).toBe('NEW');
  stage.uploads[0]!.answer(200, { payload: { url: 'https://cdn.test/a.png' } });
  expect(await sending).toMatchObject({ outcome: 'accepted', chatId: 'NEW' });
});
