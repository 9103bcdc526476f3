import { controls } from '../controls/index';
import { Failure } from '../failure';
import { Fields } from '../fields';
import type { HttpRequest, HttpResponse } from '../http/messages';
import { json } from '../http/messages';
import type { Route } from '../http/route';
import type { World } from '../world';
import { readJson } from './body';
import { plainWording, refuse } from './refusal';

/** What pulls the strings behind the API, for the console and for tests. Not for pages of others. */
export const controlRoutes: readonly Route[] = [
  {
    methods: ['POST'],
    path: /^\/sandbox\/control\/([\w-]+)$/,
    hasCookies: false,
    isOnlyOurs: true,
    handle: (world, { request }, match) => answer(world, request, match[1] ?? ''),
  },
];

function answer(world: World, request: HttpRequest, name: string): HttpResponse {
  try {
    if (!isOurs(request)) throw new Failure('authorization', 'Only pages and programs of this machine may do this');
    const control = controls.get(name);
    if (!control) throw new Failure('not_found', `There is no control "${name}"`);
    const fields = new Fields(readJson(request.body));
    let result: unknown;
    world.turn(() => {
      result = control(world, fields);
    });
    return json(200, result ?? {});
  } catch (error) {
    return refuse(world, error, plainWording);
  }
}

const NAMES_OF_HERE = /^(?:localhost|[\w-]+\.localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:]+\])(?::\d+)?$/i;

/**
 * A page of somebody else cannot send JSON without asking first, and says where it is from. One whose name was made to
 * point here would be of our origin: so only names that nobody can make are good.
 */
function isOurs({ headers }: HttpRequest): boolean {
  const { host = '', origin } = headers;
  const isJson = /^application\/json\b/i.test(headers['content-type'] ?? '');
  const isHere = origin === undefined || origin.replace(/^https?:\/\//, '') === host;
  return isJson && isHere && NAMES_OF_HERE.test(host);
}
