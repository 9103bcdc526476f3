import { json } from '../messages';
import type { Route } from '../route';

/** Most refusals are of the protocol; those of an identity have a name of their own. */
type Exception = 'oauth_exception' | 'identity_exception';

export class Refusal extends Error {
  readonly code: string;
  readonly exception: Exception;
  constructor(code: string, description: string, exception: Exception = 'oauth_exception') {
    super(description);
    this.code = code;
    this.exception = exception;
  }
}

export const refuseIdentity = (code: string, description: string) =>
  new Refusal(code, description, 'identity_exception');

/** Says in words what was wrong; only a fault of ours is worth another try. */
export function answering(handle: Route['handle']): Route['handle'] {
  return (world, visit, match) => {
    try {
      return handle(world, visit, match);
    } catch (error) {
      if (error instanceof Refusal) {
        return json(401, { [error.exception]: error.code, exception_description: error.message });
      }
      world.report(error);
      return json(500, { oauth_exception: 'server_error' });
    }
  };
}
