import { Failure } from '../failure';
import { Fields } from '../fields';
import type { Visit } from '../http/messages';
import type { Route } from '../http/route';
import type { Side } from '../side';
import { agentSides, customerSides } from '../sides';
import type { Viewer } from '../viewer';
import type { World } from '../world';
import { actAs } from './act-as';
import { answerCall, inTurn } from './answer';
import { readCallBody } from './body';
import { createCaller } from './caller';
import { callHttpAction, findHttpAction } from './http-actions';
import { identify, requireAccount } from './identify';
import { plainWording } from './refusal';
import { readForm, takeFile, uploadsOf } from './uploads';

/** What needs a connection to mean something. */
const ONLY_ON_CONNECTIONS = new Set([
  'login',
  'logout',
  'ping',
  'set_away_status',
  'update_session',
  'update_customer_page',
  'subscribe_customers',
  'unsubscribe_customers',
  'change_push_notifications',
]);

/** The actions of both APIs without a connection: the same ones, told to the same people. */
export const callRoutes: readonly Route[] = [
  {
    ...callRoute('customer', customerSides, (world, side, visit, name) =>
      findHttpAction(side.version, name) ? callHttpAction(world, side, visit, name) : call(world, side, visit, name),
    ),
    methods: ['GET', 'POST'],
  },
  callRoute('agent', agentSides, call),
];

type Run<V extends Viewer> = (world: World, side: Side<V>, visit: Visit, name: string) => unknown;

function callRoute<V extends Viewer>(api: string, sides: ReadonlyMap<string, Side<V>>, run: Run<V>): Route {
  return {
    methods: ['POST'],
    path: new RegExp(`^/(?:v(\\d+\\.\\d+)/)?${api}/action/(\\w+)$`),
    hasCookies: false,
    handle(world, visit, match) {
      const version = match[1] ?? visit.request.headers['x-api-version'] ?? '';
      const side = sides.get(version);
      return answerCall(world, version, side ?? plainWording, () => {
        if (!side) throw new Failure('unsupported_version');
        return run(world, side, visit, match[2] ?? '');
      });
    },
  };
}

function call<V extends Viewer>(world: World, side: Side<V>, visit: Visit, name: string): unknown {
  if (visit.request.method !== 'POST') throw new Failure('validation', side.sayUnknown(name));
  requireAccount(world, side, visit);
  const caller = identify(world, side, visit);
  const upload = uploadsOf(side.version).get(name);
  const action = ONLY_ON_CONNECTIONS.has(name) ? undefined : side.actions.get(name);
  if (!upload && !action) throw new Failure('validation', side.sayUnknown(name));
  const { fields, authorId } = upload ? readForm(visit) : readCallBody(side.version, visit);
  const viewer = actAs(world, caller, authorId);
  return inTurn(world, createCaller(side.version, viewer), (link) => {
    if (!upload) return action?.run({ world, link, viewer, fields });
    const file = takeFile(world, upload, visit);
    action?.run({ world, link, viewer, fields: new Fields({ ...fields.value, url: file.url }, fields.path) });
    return upload.answer(file);
  });
}
