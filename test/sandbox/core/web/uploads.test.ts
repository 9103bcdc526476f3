import { describe, expect, it } from 'vitest';
import { sandboxStage } from '../../../support/sandbox-stage';
import { askWeb, formOf, webCallers } from '../../../support/web-caller';

const text = (content: string) => new TextEncoder().encode(content);
const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** Four pictures of 3 by 2, as far as the size. */
const PICTURES = {
  png: bytes('89504e470d0a1a0a0000000d49484452000000030000000208060000000000000000'),
  gif: bytes('47494638396103000200800000000000ffffff2c00000000'),
  jpeg: bytes('ffd8ffe000104a46494600010100000100010000ffc0001108000200030301220002110103110100'),
  webp: bytes('52494646240000005745425056503820180000003001009d012a0300020001001c25a4000370'),
};

function stageWithCallers() {
  const stage = sandboxStage();
  const { access_token } = stage.token();
  const { customer, agent } = webCallers(stage);
  const upload = (name: string, content: Uint8Array, contentType?: string) =>
    customer(access_token)('upload_file', '', { form: formOf({}, { file: [name, content, contentType] as never }) });
  const fetchFile = (url: string) => askWeb(stage, { method: 'GET', url: new URL(url).pathname });
  return { stage, access_token, customer, agent, upload, fetchFile };
}

describe('upload_file', () => {
  it('gives an address on this server, where the file is', () => {
    const { upload, fetchFile } = stageWithCallers();
    const { status, body } = upload('invoice.pdf', text('%PDF-1.7'), 'application/pdf');
    expect(status).toBe(200);
    expect(body.url).toMatch(/^http:\/\/localhost:4000\/att\/100200300\/[0-9a-f]{32}\/invoice\.pdf$/);
    const file = fetchFile(body.url);
    expect(new TextDecoder().decode(file.bytes)).toBe('%PDF-1.7');
    expect(file.headers['content-type']).toBe('application/pdf');
  });

  it('row 264: is served so that nothing in it can run', () => {
    const { upload, fetchFile } = stageWithCallers();
    const page = fetchFile(upload('page.html', text('<script>alert(1)</script>'), 'text/html').body.url).headers;
    expect(page).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(page['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''page\.html$/);
    const picture = fetchFile(upload('a.png', PICTURES.png).body.url).headers;
    expect(picture['content-disposition']).toMatch(/^inline/);
  });

  it('takes a picture for what it is, and not for what it says', () => {
    const { upload, fetchFile } = stageWithCallers();
    expect(fetchFile(upload('a.html', PICTURES.png, 'text/html').body.url).headers['content-type']).toBe('image/png');
    expect(fetchFile(upload('a.svg', text('<svg/>'), 'image/svg+xml').body.url).headers['content-disposition']).toMatch(
      /^attachment/,
    );
  });

  it.each([
    ['nothing', 'a.txt', new Uint8Array()],
    ['an executable by its name', 'setup.EXE', text('x')],
    ['an executable by what it is', 'picture.png', bytes('4d5a9000')],
    ['a script', 'run', text('#!/bin/sh')],
  ])('refuses %s', (_what, name, content) => {
    expect(stageWithCallers().upload(name, content)).toMatchObject({
      status: 400,
      body: { error: { type: 'validation' } },
    });
  });

  it('refuses a form without a file, and a body that is no form', () => {
    const { customer, access_token } = stageWithCallers();
    expect(customer(access_token)('upload_file', '', { form: formOf({ file: 'x' }, {}) }).status).toBe(400);
    expect(customer(access_token)('upload_file', {}).status).toBe(400);
  });

  it('takes 10 MB and not a byte more', () => {
    const { upload } = stageWithCallers();
    expect(upload('a.bin2', new Uint8Array(10 * 1024 * 1024)).status).toBe(200);
    expect(upload('a.bin2', new Uint8Array(10 * 1024 * 1024 + 1))).toMatchObject({
      status: 413,
      body: { error: { type: 'entity_too_large', message: 'Upload limit exceeded (10MB).' } },
    });
  });

  it('needs a token', () => {
    const { stage } = stageWithCallers();
    const { organizationId } = stage.core.settings;
    const url = `/v3.6/customer/action/upload_file?organization_id=${organizationId}`;
    expect(askWeb(stage, { url, form: formOf({}, { file: ['a.txt', text('a')] }) }).status).toBe(401);
  });

  it.each(['../../etc/passwd', 'C:\\dir\\a.txt', 'a\r\nset-cookie: x.txt', 'Grüße 🚲.txt', '\ud83d.txt', ''])(
    'keeps a safe name of %j',
    (name) => {
      const { upload, fetchFile } = stageWithCallers();
      const { url } = upload(name, text('a')).body;
      expect(new URL(url).pathname).toMatch(/^\/att\/100200300\/[0-9a-f]{32}\/[^/]+$/);
      expect(url).not.toMatch(/[\r\n\\]|\.\./);
      expect(fetchFile(url).status).toBe(200);
      expect(fetchFile(url).headers['content-disposition']).toMatch(/^[\x20-\x7e]+$/);
    },
  );

  it('is gone after a day, unless it was sent', () => {
    const { stage, access_token, upload, fetchFile } = stageWithCallers();
    stage.agent('mara');
    const visitor = stage.customer({}, access_token);
    const [sent, left] = [upload('a.png', PICTURES.png).body.url, upload('b.png', PICTURES.png).body.url];
    const { chat_id } = visitor.get('start_chat', { chat: { thread: { events: [{ type: 'file', url: sent }] } } });
    stage.clock.pass(24 * 60 * 60_000 + 1);
    expect(fetchFile(sent).status).toBe(200);
    expect(fetchFile(left).status).toBe(404);
    const late = stage.customer();
    expect(late.ask('send_event', { chat_id, event: { type: 'file', url: left } }).success).toBe(false);
  });
});

describe('a file event', () => {
  it.each(Object.entries(PICTURES))('knows the size of a %s', (kind, content) => {
    const { stage, access_token, upload } = stageWithCallers();
    const mara = stage.agent('mara');
    const visitor = stage.customer({}, access_token);
    const { url } = upload(`bike.${kind}`, content).body;
    visitor.get('start_chat', { chat: { thread: { events: [{ type: 'file', url, alternative_text: 'A bike' }] } } });
    const [event] = mara.lastPush('incoming_chat').payload.chat.thread.events;
    expect(event).toMatchObject({
      type: 'file',
      name: `bike.${kind}`,
      url,
      content_type: `image/${kind}`,
      size: content.length,
      width: 3,
      height: 2,
      thumbnail_url: url,
      alternative_text: 'A bike',
    });
  });

  it.each([
    'https://elsewhere.example/a.png',
    'data:text/html,<script>alert(1)</script>',
    'http://localhost:4000/att/100200300/0123456789abcdef0123456789abcdef/a.png',
  ])('is only of files of ours: not of %s', (url) => {
    const { stage, access_token } = stageWithCallers();
    stage.agent('mara');
    const visitor = stage.customer({}, access_token);
    const answer = visitor.ask('start_chat', { chat: { thread: { events: [{ type: 'file', url }] } } });
    expect(answer.payload.error.type).toBe('validation');
  });
});

describe('files in v3.0', () => {
  it('are told with the request that brings them', () => {
    const { stage, access_token, customer } = stageWithCallers();
    const mara = stage.agent('mara');
    const visitor = stage.customer({}, access_token);
    const { chat_id } = visitor.get('start_chat', { chat: { thread: { events: [] } } });
    const form = formOf(
      { 'payload.chat_id': chat_id, 'payload.custom_id': 'f-1' },
      { 'payload.file': ['bike.png', PICTURES.png] },
    );
    const { status, body } = customer(access_token, '3.0')('send_file', '', { form });
    expect(status).toBe(200);
    expect(mara.lastPush('incoming_event').payload.event).toMatchObject({
      type: 'file',
      url: body.payload.url,
      custom_id: 'f-1',
      width: 3,
    });
  });

  it('may be pictures alone, for agents', () => {
    const { stage, agent } = stageWithCallers();
    stage.agent('mara');
    const form = formOf({}, { 'payload.image': ['me.png', PICTURES.png] });
    const { payload } = agent('mara', '3.0')('upload_image', '', { form }).body;
    expect(payload.url).toBe(`http://localhost:4000${payload.path}`);
  });

  it('cannot be sent on a connection', () => {
    const { stage } = stageWithCallers();
    const { licenseId } = stage.core.settings;
    expect(licenseId).toBe('100200300');
    const visitor = stage.customer();
    for (const action of ['send_file', 'upload_file', 'upload_image']) {
      expect(visitor.ask(action, { chat_id: 'x' }).payload.error.type).toBe('validation');
    }
  });
});
