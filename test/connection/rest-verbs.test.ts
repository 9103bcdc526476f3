import { beforeEach, describe, expect, it } from 'vitest';
import { createHttp, createRestVerbs30, createRestVerbs36, judge } from '../../src/connection';
import type {
  ChatId,
  CustomId,
  EventId,
  Form,
  GatewayRest,
  GroupId,
  Properties,
  PropertyPlace,
  ThreadId,
  UploadMemory,
} from '../../src/domain';
import { loadV30 } from '../../src/protocol';
import { connectionLine, type Version, versions } from '../support/connection-line';
import { settle } from '../support/fake-clock';

const v30 = await loadV30();
let line: ReturnType<typeof connectionLine>;
let verbs: GatewayRest;
let now: number;
let posted: { url: string; token: string | null; body: unknown }[];
let answers: (() => Response)[];
let uploads: {
  url: string;
  form: FormData;
  progress: (loaded: number) => void;
  answer: (status: number, body: unknown) => void;
  isAborted: () => boolean;
}[];

const chatId = 'C' as ChatId;
const at = { chatId, threadId: 'T' as ThreadId, eventId: 'E' as EventId };
const customId = 'k1' as CustomId;
const chat = { id: chatId, isActive: true };
const last = () => {
  const { action, payload } = line.lastAction();
  return [action, payload];
};

/** An `XMLHttpRequest` that the test answers. */
function uploadClass(): typeof XMLHttpRequest {
  return class {
    upload: { onprogress?: (event: object) => void } = {};
    onload?: () => void;
    onabort?: () => void;
    isAborted = false;
    status = 0;
    responseText = '';
    url = '';
    open(_method: string, url: string) {
      this.url = url;
    }
    setRequestHeader() {}
    abort() {
      this.isAborted = true;
      this.onabort?.();
    }
    send(form: FormData) {
      uploads.push({
        url: this.url,
        form,
        progress: (loaded) => this.upload.onprogress?.({ lengthComputable: true, loaded, total: 10 }),
        answer: (status, body) => {
          this.status = status;
          this.responseText = JSON.stringify(body);
          this.onload?.();
        },
        isAborted: () => this.isAborted,
      });
    }
  } as unknown as typeof XMLHttpRequest;
}

async function arrive(version: Version): Promise<void> {
  line = connectionLine(version);
  posted = [];
  uploads = [];
  now = 0;
  answers = [];
  const protocol = line.rest;
  const token = { text: 'Bearer dal:t', endsAt: 0, lifeMs: 0 };
  const http = createHttp({
    async fetch(url, init) {
      const { Authorization } = (init?.headers ?? {}) as Record<string, string>;
      posted.push({ url: url as string, token: Authorization ?? null, body: JSON.parse(init?.body as string) });
      return answers.shift()?.() ?? new Response('{}');
    },
    XMLHttpRequest: uploadClass(),
    tokens: { get: async () => token, getFresh: async () => token, invalidate: () => {} },
    urlOf: (action, region) => `https://api${region ? `-${region}` : ''}.test/v${version}/customer/action/${action}`,
    readError: protocol.answers.readHttpError,
  });
  const parts = { speaker: line.connection, protocol, http, clock: { now: () => now } };
  verbs = version === '3.0' ? createRestVerbs30(v30)(parts) : createRestVerbs36(parts);
  line.connection.extend(line.rest, judge);
  await line.online();
}

const properties: Properties = new Map([['rating', new Map([['score', 1]])]]);
const form: Form = {
  id: 'form',
  fields: [
    { id: 'h', type: 'header', label: 'Hello', isRequired: false, options: [] },
    { id: '0', type: 'name', label: 'Name', isRequired: true, options: [] },
    {
      id: '1',
      type: 'checkbox',
      label: 'Topics',
      isRequired: false,
      options: [
        { id: 'a', label: 'A' },
        { id: 'b', label: 'B' },
      ],
    },
    {
      id: '2',
      type: 'group_chooser',
      label: 'Group',
      isRequired: false,
      options: [{ id: 'g', label: 'Sales', groupId: 3 as GroupId }],
    },
    { id: '3', type: 'question', label: 'Why', isRequired: false, options: [] },
  ],
};

describe.each(versions)('in version %s', (version) => {
  const isOld = version === '3.0';
  beforeEach(() => arrive(version));

  it.each<[PropertyPlace, string, string, object]>([
    [{ chatId }, 'update_chat_properties', 'update_chat_properties', isOld ? { chat_id: 'C' } : { id: 'C' }],
    [
      { chatId, threadId: at.threadId },
      'update_thread_properties',
      'update_chat_thread_properties',
      { chat_id: 'C', thread_id: 'T' },
    ],
    [at, 'update_event_properties', 'update_event_properties', { chat_id: 'C', thread_id: 'T', event_id: 'E' }],
  ])('writes properties: %o', async (place, now, then, ids) => {
    void verbs.updateProperties(place, properties);
    await settle();
    expect(last()).toEqual([isOld ? then : now, { ...ids, properties: { rating: { score: 1 } } }]);
    void verbs.deleteProperties(place, new Map([['rating', ['score']]]));
    await settle();
    expect(last()).toEqual([
      (isOld ? then : now).replace('update', 'delete'),
      { ...ids, properties: { rating: ['score'] } },
    ]);
  });

  it('tells a postback, and deletes an event where that exists', async () => {
    void verbs.sendPostback(at, { id: 'p', type: 'message', value: 'v' }, true);
    await settle();
    expect(last()).toMatchObject([
      'send_rich_message_postback',
      { chat_id: 'C', thread_id: 'T', event_id: 'E', postback: { id: 'p', toggled: true } },
    ]);
    void verbs.sendPostback(
      at,
      { id: 'buy', type: 'add_to_cart', goods: { productId: 'hat', optionId: 'moss' } },
      true,
    );
    await settle();
    if (!isOld) {
      expect(last()).toEqual([
        'send_rich_message_postback',
        {
          chat_id: 'C',
          thread_id: 'T',
          event_id: 'E',
          postback: {
            id: 'buy',
            toggled: true,
            button_type: 'add_to_cart',
            ecommerce: { product_id: 'hat', option_id: 'moss' },
          },
        },
      ]);
    }
    const deleting = verbs.deleteEvent(at);
    await settle();
    if (isOld) expect(await deleting).toBe('done');
    else expect(last()).toEqual(['delete_event', { chat_id: 'C', thread_id: 'T', event_id: 'E' }]);
  });

  it('sends a filled form as the first event of a chat, in the group that was chosen', async () => {
    const filled = new Map<string, string | string[]>([
      ['0', ' Ada '],
      ['1', ['a', 'b']],
      ['2', ['g']],
      ['3', '  '],
    ]);
    void verbs.sendEvent(
      undefined,
      { kind: 'filled-form', customId, form, formType: 'prechat', answers: filled },
      { groupId: 3 as GroupId },
    );
    await settle();
    const [action, payload] = last();
    expect(action).toBe('start_chat');
    expect(payload).toMatchObject({
      chat: {
        access: { group_ids: [3] },
        thread: {
          events: [
            {
              type: 'filled_form',
              custom_id: 'k1',
              form_id: 'form',
              properties: { lc2: { form_type: 'prechat' } },
              fields: [
                { type: 'name', id: '0', label: 'Name', answer: 'Ada' },
                {
                  type: 'checkbox',
                  id: '1',
                  answers: [
                    { id: 'a', label: 'A' },
                    { id: 'b', label: 'B' },
                  ],
                },
                { type: 'group_chooser', id: '2', answer: { group_id: 3, label: 'Sales' } },
                { type: 'question', id: '3', label: 'Why' },
              ],
            },
          ],
        },
      },
    });
    expect(JSON.stringify(payload)).not.toContain('"answer":""');
  });

  it('begins an ended chat again with a message for later, and says that it is one', async () => {
    const sent = verbs.sendEvent(
      { id: chatId, isActive: false },
      { kind: 'filled-form', customId, form, formType: 'ticket', answers: new Map() },
      { groupId: 3 as GroupId, isOffline: true },
    );
    await settle();
    const opening = {
      id: 'C',
      access: { group_ids: [3] },
      properties: { routing: { email_follow_up: true } },
      thread: {
        events: [{ type: 'filled_form', custom_id: 'k1' }],
        properties: { routing: { offline_message: true } },
      },
    };
    const action = isOld ? 'activate_chat' : 'resume_chat';
    expect(last()).toMatchObject([action, { chat: opening }]);
    line.sockets.last().refuse(action, 'groups_offline');
    await settle();
    expect(last()).toMatchObject([action, { chat: opening, continuous: true }]);
    line.sockets.last().answer(action, { thread_id: 'T2', chat: { id: 'C' } });
    expect(await sent).toMatchObject({ outcome: 'accepted', chatId: 'C' });
  });

  it('says which answers of a form were refused, by the path in the message', async () => {
    const event = { kind: 'filled-form', customId, form, formType: 'postchat', answers: new Map() } as const;
    for (const [message, fieldIds] of [
      ['Wrong format of request: `payload.event.fields[1].answer` must be an e-mail address', ['1']],
      ['Wrong format of request: `payload.event.fields.0.answer` is required', ['0']],
      ['Wrong format of request: `payload.event.fields[99].answer`', undefined],
      ['Wrong format of request: `payload.customer.session_fields[0]`', undefined],
    ] as const) {
      const sent = verbs.sendEvent({ id: chatId, isActive: false }, event, { isAfterwards: true });
      await settle();
      line.sockets.last().refuse('send_event', 'validation', undefined, message);
      expect(await sent).toMatchObject({ outcome: 'refused', reason: 'invalid' });
      expect(Object(await sent).fieldIds).toEqual(fieldIds);
    }
  });

  it('adds the answers of a survey to a chat that is over', async () => {
    const ended = { id: chatId, isActive: false };
    const sent = verbs.sendEvent(
      ended,
      { kind: 'filled-form', customId, form, formType: 'postchat', answers: new Map() },
      { isAfterwards: true },
    );
    await settle();
    expect(last()).toMatchObject(['send_event', { chat_id: 'C', attach_to_last_thread: true }]);
    line.sockets.last().answer('send_event', { event_id: 'E' });
    expect(await sent).toMatchObject({ outcome: 'accepted', chatId: 'C' });
  });

  it('changes the customer, and the fields of this visit', async () => {
    const fields = new Map([
      ['plan', 'gold'],
      ['cart', '3'],
    ]);
    void verbs.updateCustomer({ name: 'Ada', sessionFields: fields });
    await settle();
    expect(last()).toEqual([
      'update_customer',
      {
        name: 'Ada',
        ...(isOld ? { fields: { plan: 'gold', cart: '3' } } : { session_fields: [{ plan: 'gold' }, { cart: '3' }] }),
      },
    ]);
    void verbs.setSessionFields(fields);
    await settle();
    expect(last()[0]).toBe(isOld ? 'set_customer_fields' : 'set_customer_session_fields');
  });

  it('asks for statuses, forms, links and agents', async () => {
    const statuses = verbs.readGroupStatuses([3 as GroupId]);
    await settle();
    const [action, payload] = last();
    expect([action, payload]).toMatchObject([isOld ? 'get_groups_status' : 'list_group_statuses', { group_ids: [3] }]);
    line.sockets.last().answer(action as string, { groups_status: { '3': 'online_for_queue' } });
    expect(await statuses).toEqual(new Map([[3, 'queueing']]));
    expect(verbs.hasToAskForStatuses).toBe(isOld);

    const prechat = verbs.readForm(3 as GroupId, 'prechat');
    await settle();
    expect(last()).toEqual(['get_form', { group_id: 3, type: 'prechat' }]);
    line.sockets.last().answer('get_form', { enabled: false });
    expect(await prechat).toBeUndefined();

    const link = verbs.readLink('https://shop.test/');
    await settle();
    line.sockets.last().answer(last()[0] as string, { url: 'https://shop.test/', title: 'Shop' });
    expect(await link).toMatchObject({ url: 'https://shop.test/', title: 'Shop' });
  });

  it('does what the dialect has a word for, and asks nothing otherwise', async () => {
    const before = line.sockets.last().sent.length;
    const greeted = [verbs.acceptGreeting(7, 'u'), verbs.cancelGreeting('u'), verbs.pressGreetingButton('u', 'b')];
    const welcome = verbs.requestWelcome(3 as GroupId);
    await settle();
    const asked = line.sockets.last().sent.slice(before);
    expect(asked).toHaveLength(isOld ? 0 : 4);
    if (isOld) {
      expect(await Promise.all(greeted)).toEqual(['done', 'done', 'done']);
      expect(await welcome).toBeUndefined();
    }
  });

  it('says what became of a wish', async () => {
    const refused = verbs.updateCustomer({ name: 'Ada' });
    await settle();
    line.sockets.last().refuse('update_customer', 'authorization');
    expect(await refused).toBe('refused');
    line.sockets.last().listener.closed(1006);
    expect(await verbs.updateCustomer({ name: 'Ada' })).toBe('failed');
  });

  describe('over HTTP', () => {
    const goals = () => verbs.checkGoals('https://shop.test/', 3 as GroupId, new Map([['plan', 'gold']]));

    it('counts a customer who may not connect', async () => {
      expect(await goals()).toBe('done');
      const said = { page_url: 'https://shop.test/', group_id: 3 };
      expect(posted).toEqual([
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
      answers = [refusal('misdirected_request', { region: 'fra' })];
      expect(await goals()).toBe('done');
      expect(await goals()).toBe('done');
      expect(posted.map(({ url }) => new URL(url).hostname)).toEqual(['api.test', 'api-fra.test', 'api-fra.test']);
      answers = [refusal('misdirected_request', { region: 'dal' }), refusal('misdirected_request', { region: 'fra' })];
      expect(await goals()).toBe('refused');
    });

    it('asks with another token once, and takes a refusal for one', async () => {
      answers = [refusal('authentication'), refusal('validation')];
      expect(await goals()).toBe('refused');
      expect(posted).toHaveLength(2);
      answers = [
        () => {
          throw new TypeError('network');
        },
      ];
      expect(await goals()).toBe('failed');
    });

    it('sends a file, and says how far it has come', async () => {
      const file = new File(['0123456789'], 'a.png', { type: 'image/png' });
      const parts: number[] = [];
      const sending = verbs.sendFile(chat, file, customId, (part) => parts.push(part));
      await settle();
      const upload = uploads[0]!;
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
        expect(last()).toEqual([
          'send_event',
          { chat_id: 'C', event: { type: 'file', url: 'https://cdn.test/a.png', custom_id: 'k1', recipients: 'all' } },
        ]);
        line.sockets.last().answer('send_event', { event_id: 'E' });
      }
      expect(await sending).toMatchObject({ outcome: 'accepted', chatId: 'C' });
    });

    it('sends a file also while nobody is there, in a chat that goes on', async () => {
      const file = new File(['x'], 'a.png', { type: 'image/png' });
      const sending = verbs.sendFile(undefined, file, customId);
      await settle();
      if (!isOld) uploads[0]!.answer(200, { url: 'https://cdn.test/a.png' });
      await settle();
      line.sockets.last().refuse('start_chat', 'groups_offline');
      await settle();
      expect(last()).toMatchObject(['start_chat', { continuous: true }]);
      line.sockets.last().answer('start_chat', { chat: { id: 'C' }, chat_id: 'C', thread_id: 'T' });
      await settle();
      if (isOld) uploads[0]!.answer(200, { payload: { url: 'https://cdn.test/a.png' } });
      expect(await sending).toMatchObject({ outcome: 'accepted', chatId: 'C' });

      const again = verbs.sendFile({ id: chatId, isActive: false }, new File(['y'], 'b.png'), customId);
      await settle();
      if (isOld) uploads[1]!.answer(422, { error: { type: 'groups_offline', message: 'Groups offline' } });
      else uploads[1]!.answer(200, { url: 'https://cdn.test/b.png' });
      await settle();
      const resume = isOld ? 'activate_chat' : 'resume_chat';
      expect(last()).toMatchObject([resume, { chat: { id: 'C' } }]);
      line.sockets.last().refuse(resume, 'groups_offline');
      await settle();
      expect(last()).toMatchObject([resume, { chat: { id: 'C' }, continuous: true }]);
      line.sockets.last().answer(resume, { thread_id: 'T2', event_ids: ['E2'], chat: { id: 'C' } });
      await settle();
      if (isOld) {
        expect(uploads[2]!.form.get('payload.chat_id')).toBe('C');
        uploads[2]!.answer(200, { payload: { url: 'https://cdn.test/b.png' } });
      }
      expect(await again).toMatchObject({ outcome: 'accepted', chatId: 'C' });
    });

    it('refuses what the service refuses', async () => {
      const sending = verbs.sendFile(chat, new File(['x'], 'a.exe'), customId);
      await settle();
      uploads[0]!.answer(413, { error: { type: 'entity_too_large', message: 'Upload limit exceeded (10MB).' } });
      expect(await sending).toMatchObject({ outcome: 'refused', reason: 'other' });
    });
  });
});

it('does not upload twice what could not be sent at once (3.6)', async () => {
  await arrive('3.6');
  const file = new File(['x'], 'a.png');
  const memory: UploadMemory = {
    async keep(address) {
      memory.address = address;
    },
  };
  const send = () => verbs.sendFile(chat, file, customId, undefined, undefined, memory);
  const first = send();
  await settle();
  uploads[0]!.answer(200, { url: 'https://cdn.test/a.png' });
  await settle();
  line.sockets.last().refuse('send_event', 'too_many_requests');
  expect(await first).toEqual({ outcome: 'not-now' });
  now = 23 * 60 * 60_000 - 1;
  const second = send();
  await settle();
  expect(uploads).toHaveLength(1);
  expect(last()[0]).toBe('send_event');

  // The service throws away within a day what nobody has said.
  line.sockets.last().refuse('send_event', 'too_many_requests');
  await second;
  now += 1;
  void send();
  await settle();
  expect(uploads).toHaveLength(2);
});

it.each(versions)('stops an upload that is cancelled (%s)', async (version) => {
  await arrive(version);
  const cancel = new AbortController();
  const sending = verbs.sendFile(chat, new File(['x'], 'a.png'), customId, undefined, cancel.signal);
  await settle();
  expect(uploads[0]!.isAborted()).toBe(false);
  cancel.abort();
  expect(uploads[0]!.isAborted()).toBe(true);
  expect(await sending).toMatchObject({ outcome: version === '3.0' ? 'unknown' : 'not-now' });
});

it.each(['http://elsewhere.test/a.png', 'ftp://api.test/a.png', '/a.png'])(
  'says nothing of an upload at %s (3.6)',
  async (url) => {
    await arrive('3.6');
    const sending = verbs.sendFile(chat, new File(['x'], 'a.png'), customId);
    await settle();
    uploads[0]!.answer(200, { url });
    expect(await sending).toMatchObject({ outcome: 'refused', reason: 'other' });
  },
);

it('starts a chat for a file when there is none (3.0)', async () => {
  await arrive('3.0');
  const sending = verbs.sendFile(undefined, new File(['x'], 'a.png'), customId);
  await settle();
  expect(last()).toEqual(['start_chat', { chat: {} }]);
  line.sockets.last().answer('start_chat', { chat: { id: 'NEW', thread: { id: 'T', events: [] } } });
  await settle();
  expect(uploads[0]!.form.get('payload.chat_id')).toBe('NEW');
  uploads[0]!.answer(200, { payload: { url: 'https://cdn.test/a.png' } });
  expect(await sending).toMatchObject({ outcome: 'accepted', chatId: 'NEW' });
});
