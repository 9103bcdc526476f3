import { Failure } from '../failure';
import type { Visit } from '../http/messages';
import type { World } from '../world';

const REGION_OF_TOKEN = /^(dal|fra)(?:-\w+)?[:-]/;

/** A token belongs to the data centre that its first letters name; the others send it there. */
export function requireRegion({ settings }: World, { request }: Visit, token: string): void {
  const here = request.headers['x-region'] || settings.region;
  const home = REGION_OF_TOKEN.exec(token)?.[1] ?? here;
  if (home !== here) throw new Failure('misdirected_request', undefined, { region: home });
}
