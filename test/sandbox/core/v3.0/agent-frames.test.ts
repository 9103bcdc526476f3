import { describe, expect, it } from 'vitest';
import { agentPushes, askAsAgent } from '../../../support/v30-agent-day';
import { compareShapes, fixtureNames, nearestShape, readFixture } from '../../../support/v30-shape';

const names = fixtureNames('agent');

/** Fields that are there or not, by what happened before; the reference calls them optional. */
const OPTIONAL = [
  /\.properties\.\*\.\*\.value: /,
  /custom_id/,
  /last_seen_timestamp/,
  /avatar/,
  /text_vars/,
  /tags/,
  /latitude|longitude/,
  /last_event_per_type\..*author_id/,
];

/** What else may differ in one of them, and why. */
const ALSO = new Map<string, readonly RegExp[]>([
  // The fixture has fewer kinds of events.
  ['get_chat_threads', [/template_id|elements/]],
  ['get_archives', [/template_id|elements/]],
  ['push.incoming_chat_thread', [/template_id|elements/]],
  // Nobody counts what happens on the site while nobody is looking.
  ['login', [/website_last_activity/]],
  // The bot of our cast has an address where that of the fixtures has none.
  ['send_event.rich_message_as_bot', [/author_id/]],
  ['push.incoming_event.custom', [/author_id/]],
  ['push.incoming_event.rich_message', [/author_id/]],
  ['push.event_updated', [/author_id/]],
  // The fixture leaves out what it does not need.
  ['start_chat', [/users\[\]\.(?:created_at|agent_last|fields|statistics)/]],
  ['push.incoming_chat_thread.own_request', [/users\[\]\.(?:created_at|agent_last|fields|statistics)/]],
]);

const requests = names.flatMap((name) => /^request\.(.+)$/.exec(name)?.[1] ?? []);

describe('a request of an agent in v3.0', () => {
  it.for(requests)('is answered as in the fixtures: %s', (name) => {
    const { frames } = askAsAgent(name);
    const sample = readFixture('agent', `response.${name}`);
    const response = frames.find(({ action, type }) => action === sample.action && type === 'response');
    expect(response).toMatchObject({ action: sample.action, type: 'response', success: true });
    const optional = [...OPTIONAL, ...(ALSO.get(name) ?? [])];
    expect(compareShapes(sample, response, optional)).toEqual({ missing: [], extra: [] });
  });
});

const heard = names.filter((name) => name.startsWith('push.'));
const pushes = agentPushes();

describe('what an agent hears in v3.0', () => {
  it.for(heard)('is said as in the fixtures: %s', (name) => {
    const optional = [...OPTIONAL, ...(ALSO.get(name) ?? []), /request_id/];
    expect(nearestShape(readFixture('agent', name), pushes, optional)).toEqual({ missing: [], extra: [] });
  });
});
