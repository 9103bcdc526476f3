import { Failure, FieldFailure } from '../failure';
import { type HttpResponse, json } from '../http/messages';
import type { Side } from '../side';
import type { Viewer } from '../viewer';
import type { World } from '../world';
import { statusOf } from './statuses';

/** How an API says what is wrong. */
export type Wording = Pick<Side<Viewer>, 'sayField' | 'inOwnWords'>;

export const plainWording: Wording = {
  sayField: ({ path, reason }) => `\`${path.replace(/^payload\./, '')}\` ${reason}`,
};

export function refuse(world: World, error: unknown, wording: Wording): HttpResponse {
  const failure = explain(world, error, wording);
  const { type, message, data } = wording.inOwnWords?.(failure) ?? failure;
  return json(statusOf(type), { error: { type, message, ...(data && { data }) } });
}

function explain(world: World, error: unknown, { sayField }: Wording): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof FieldFailure) return new Failure('validation', sayField(error));
  world.report(error);
  return new Failure('internal');
}
