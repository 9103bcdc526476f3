import type { Fields } from '../../../fields';
import type { CustomerViewer } from '../../../viewer';
import type { World } from '../../../world';
import { requireGroup } from '../groups';

/** What an action that is only asked over HTTP has in its hands. */
export interface HttpCall {
  readonly world: World;
  /** As in the path, without `v`. */
  readonly version: string;
  /** The body of a POST, the query of a GET. */
  readonly fields: Fields;
  /** Whose token it is; only for actions that need one. */
  readonly viewer?: CustomerViewer | undefined;
  /** Sends something to a server of somebody else, once, and does not look back. */
  readonly deliver: (url: string, body: object) => void;
}

export interface HttpAction {
  readonly method: 'GET' | 'POST';
  readonly needsToken: boolean;
  /** Gives the payload of the answer. Makes its own turn if it changes something. */
  run(call: HttpCall): unknown;
}

/** A query knows no types: a version of digits is a text all the same. */
export function readText(fields: Fields, name: string): string {
  return readOptionalText(fields, name) ?? fields.fail(name, 'is required');
}

export function readOptionalText({ value }: Fields, name: string): string | undefined {
  const text = value[name];
  return typeof text === 'string' || typeof text === 'number' ? String(text) : undefined;
}

export function readGroupId(world: World, fields: Fields, name: string): number {
  const text = readText(fields, name);
  const id = /^\d{1,9}$/.test(text) ? Number(text) : fields.fail(name, 'must be an integer');
  return requireGroup(world, id).id;
}
