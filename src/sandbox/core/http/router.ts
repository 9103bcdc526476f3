import { callRoutes } from '../web/calls';
import { configurationRoutes } from '../web/configuration';
import { controlRoutes } from '../web/controls';
import { fileRoutes } from '../web/files';
import type { World } from '../world';
import { type HttpRequest, type HttpResponse, json, splitUrl } from './messages';
import type { Route } from './route';
import { ticketRoutes } from './tickets';
import { tokenRoutes } from './token';

const routes: readonly Route[] = [
  ...tokenRoutes,
  ...ticketRoutes,
  ...callRoutes,
  ...configurationRoutes,
  ...fileRoutes,
  ...controlRoutes,
];

/** Undefined: not a path of ours. */
export function handleHttp(world: World, request: HttpRequest): HttpResponse | undefined {
  const { path, query } = splitUrl(request.url);
  const fitting = routes.filter((route) => route.path.test(path));
  const [first] = fitting;
  if (!first) return undefined;
  const methods = fitting.flatMap((route) => route.methods);
  const cors = corsHeaders(first, request, methods);
  if (request.method === 'OPTIONS') return { status: 204, headers: cors, body: '' };
  const route = fitting.find((one) => one.methods.includes(request.method));
  const match = route?.path.exec(path);
  if (!route || !match)
    return withHeaders(json(405, { error: 'method not allowed' }, { allow: methods.join(', ') }), cors);
  return withHeaders(route.handle(world, { request, query }, match), cors);
}

function corsHeaders(route: Route, { headers }: HttpRequest, methods: readonly string[]): HttpResponse['headers'] {
  if (route.isOnlyOurs) return {};
  const origin = headers['origin'];
  const who =
    route.hasCookies && origin !== undefined
      ? { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true', vary: 'Origin' }
      : { 'access-control-allow-origin': '*' };
  return {
    ...who,
    'access-control-allow-methods': [...methods, 'OPTIONS'].join(', '),
    'access-control-allow-headers': 'authorization, content-type, x-api-version, x-author-id, x-region',
    'access-control-max-age': '600',
  };
}

const withHeaders = (response: HttpResponse, headers: HttpResponse['headers']): HttpResponse => ({
  ...response,
  headers: { ...headers, ...response.headers },
});
