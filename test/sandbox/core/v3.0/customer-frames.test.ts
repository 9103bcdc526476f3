import { describe, expect, it } from 'vitest';
import { askAsCustomer, customerPushes } from '../../../support/v30-customer-day';
import { compareShapes, fixtureNames, nearestShape, readFixture } from '../../../support/v30-shape';

const names = fixtureNames('customer');

/** Fields that are there or not, by what happened before; the reference calls them optional. */
const OPTIONAL = [
  /\.properties\.\*\.\*\.value: /,
  /custom_id/,
  /last_seen_timestamp/,
  /avatar/,
  /job_title/,
  /text_vars/,
];

/** What else may differ in one of them, and why. */
const ALSO = new Map<string, readonly RegExp[]>([
  // Nobody is there in the fixture; here that is only possible in continuous chats.
  ['activate_chat', [/: e-mail$/]],
  ['push.incoming_chat_thread.by-send_event', [/: e-mail$/]],
  // Some kinds of events are not in the fixture.
  ['get_chat_threads', [/template_id|elements/]],
  // A private part, which is written as full as for anybody.
  ['login.new-customer', [/__priv_dynamic_config/]],
  // Both are opaque.
  ['login', [/unique_id/]],
]);

const requests = names.flatMap((name) => /^action\.(.+)\.request$/.exec(name)?.[1] ?? []);

describe('a request of a customer in v3.0', () => {
  it.each(requests)('is answered as in the fixtures: %s', (name) => {
    const [response] = askAsCustomer(name).frames;
    const sample = readFixture('customer', `action.${name}.response`);
    expect(response).toMatchObject({ action: sample.action, type: 'response', success: true });
    const optional = [...OPTIONAL, ...(ALSO.get(name) ?? [])];
    expect(compareShapes(sample, response, optional)).toEqual({ missing: [], extra: [] });
  });
});

/** Made up to see what a client does with what it does not know. */
const NEVER_SAID = ['push.unknown_push', 'event.unknown_type'];

const heard = names.filter((name) => /^(?:push|event)\./.test(name));
const pushes = customerPushes();

describe('what a customer hears in v3.0', () => {
  it.for(heard)('is said as in the fixtures: %s', (name, { skip }) => {
    if (NEVER_SAID.includes(name)) return skip('made up: nobody says it');
    const optional = [...OPTIONAL, ...(ALSO.get(name) ?? []), /request_id/];
    expect(nearestShape(readFixture('customer', name), pushes, optional)).toEqual({ missing: [], extra: [] });
  });
});
