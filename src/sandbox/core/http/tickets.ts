import { FieldFailure } from '../failure';
import { Fields, isObject } from '../fields';
import { newTicketId } from '../ids';
import type { TicketContent } from '../store/facts';
import type { World } from '../world';
import { type HttpResponse, json, type Visit } from './messages';
import type { Route } from './route';

/** Where messages for later went until 2023, and where old clients still take them. Nobody has to be known for it. */
export const ticketRoutes: readonly Route[] = [
  { methods: ['POST'], path: /^\/v2\/tickets\/new$/, hasCookies: false, handle: createTicket },
];

function createTicket(world: World, { request }: Visit): HttpResponse {
  try {
    const content = readTicket(world, readBody(request.body));
    const id = newTicketId(world.random);
    world.turn(() => world.commit({ fact: 'ticket-created', at: world.stamp(), id, content }));
    return json(200, { id });
  } catch (error) {
    if (!(error instanceof FieldFailure)) throw error;
    return json(422, { errors: [{ [`incorrect ${error.path} structure`]: [error.reason] }] });
  }
}

function readTicket({ settings }: World, fields: Fields): TicketContent {
  const requester = fields.object('requester');
  const email = requester.string('mail');
  if (!/^\S+@\S+$/.test(email)) requester.fail('mail', 'must be an e-mail address');
  if (fields.optionalInteger('licence_id') !== Number(settings.licenseId)) fields.fail('licence_id', 'is not known');
  const name = requester.optionalString('name');
  const url = fields.optionalObject('source')?.optionalString('url');
  return {
    subject: fields.optionalString('subject') ?? '',
    message: fields.optionalString('offline_message') ?? fields.string('ticket_message'),
    email,
    groupId: fields.optionalInteger('group') ?? 0,
    ...(name !== undefined && { name }),
    ...(url !== undefined && { url }),
  };
}

function readBody(body: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    value = undefined;
  }
  return new Fields(isObject(value) ? value : {});
}
