import { describe, expect, it } from 'vitest';
import { arrived, goldenWorld } from '../../support/golden-world';

describe('the confirmation of an e-mail', () => {
  function verifying() {
    const sent: { readonly url: string; readonly body: string }[] = [];
    const scene = arrived(
      goldenWorld(
        {},
        {
          deliver(url, body, done) {
            sent.push({ url, body });
            done(200);
          },
        },
      ),
    );
    const ask = (callback_uri: unknown) => {
      const response = scene.core.http({
        method: 'POST',
        url: `/v3.6/customer/action/request_email_verification?organization_id=${scene.core.settings.organizationId}`,
        headers: { authorization: `Bearer ${scene.customerToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({ callback_uri }),
        isSecure: true,
      });
      return { status: response?.status, body: JSON.parse(response?.body || '{}') };
    };
    return { ...scene, sent, ask };
  }

  it('comes by itself in a moment, tells the address that was given, and the customer', () => {
    const { ask, sent, clock, visitor } = verifying();
    expect(ask('https://hooks.example/verified')).toEqual({ status: 200, body: {} });
    expect(sent).toEqual([]);
    clock.pass(1_000);
    expect(sent.map(({ url }) => url)).toEqual(['https://hooks.example/verified']);
    expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({ email: 'zoe@example.org' });
    expect(visitor.lastPush('customer_updated').payload).toMatchObject({ email_verified: true });
  });

  it('is not asked for twice, and needs an address to tell', () => {
    const { ask, sent, clock } = verifying();
    ask('https://hooks.example/1');
    clock.pass(1_000);
    ask('https://hooks.example/2');
    clock.pass(0);
    expect(sent.map(({ url }) => url)).toEqual(['https://hooks.example/1', 'https://hooks.example/2']);
    expect(ask('nowhere').body.error.type).toBe('validation');
  });

  it('is not for an address that was changed meanwhile', () => {
    const { ask, sent, clock, visitor } = verifying();
    ask('https://hooks.example/verified');
    visitor.get('update_customer', { email: 'other@example.org' });
    clock.pass(1_000);
    expect(sent).toEqual([]);
    expect(visitor.get('get_customer')).not.toHaveProperty('email_verified');
  });
});

describe('a ticket', () => {
  const ticket = {
    licence_id: 104_729_183,
    visitor_id: 'c4d1f0a2-6b7e-4c39-9a58-2e0f71b3d6c8',
    ticket_message: 'Question: Where?',
    offline_message: 'Name: Zoë\nE-mail: zoe@example.org\nQuestion: Where?',
    subject: 'My parcel',
    requester: { name: 'Zoë', mail: 'zoe@example.org' },
    group: 3,
    source: { url: 'https://shop.example/' },
    timezone: 'Europe/Warsaw',
  };
  const { core } = goldenWorld();
  const send = (body: object) => {
    const response = core.http({
      method: 'POST',
      url: '/v2/tickets/new',
      headers: {},
      body: JSON.stringify(body),
      isSecure: true,
    });
    return { status: response?.status, body: JSON.parse(response?.body ?? '{}') };
  };

  it('is kept', () => {
    const answer = send(ticket);
    expect(answer).toEqual({ status: 200, body: { id: expect.any(String) } });
    expect(core.facts.at(-1)).toMatchObject({
      fact: 'ticket-created',
      id: answer.body.id,
      content: { email: 'zoe@example.org', groupId: 3, subject: 'My parcel' },
    });
  });

  it.each([
    ['no requester', { ...ticket, requester: undefined }],
    ['no address', { ...ticket, requester: { mail: 'x' } }],
    ['another license', { ...ticket, licence_id: 1 }],
    ['nothing', {}],
  ])('with %s is refused', (_, body) => {
    expect(send(body)).toEqual({ status: 422, body: { errors: [expect.any(Object)] } });
  });
});
