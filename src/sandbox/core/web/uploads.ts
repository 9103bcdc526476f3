import { Failure } from '../failure';
import { Fields } from '../fields';
import { storeFile } from '../files/store-file';
import { originOf, type Visit } from '../http/messages';
import type { StoredFile } from '../store/model';
import { isLower } from '../versions';
import type { World } from '../world';
import type { CallBody } from './body';

/** An action that brings a file: the field of the form that it is in, and what is answered. */
export interface UploadKind {
  readonly field: string;
  answer(file: StoredFile): object;
}

const answerUrl = ({ url }: StoredFile) => ({ url });

/** Up to v3.0 a file is sent and told in one go, and pictures may come alone. Later it is sent as an event. */
const FIRST: ReadonlyMap<string, UploadKind> = new Map<string, UploadKind>([
  ['send_file', { field: 'payload.file', answer: answerUrl }],
  [
    'upload_image',
    { field: 'payload.image', answer: ({ url }) => ({ url, path: url.replace(/^https?:\/\/[^/]+/, '') }) },
  ],
]);
const LATER: ReadonlyMap<string, UploadKind> = new Map([['upload_file', { field: 'file', answer: answerUrl }]]);

export const uploadsOf = (version: string) => (isLower(version, '3.1') ? FIRST : LATER);

/** Part of a turn: if what follows is refused, the file is gone in a day. */
export function takeFile(world: World, { field }: UploadKind, { request }: Visit): StoredFile {
  const file = request.form?.files.get(field);
  if (!file) throw new Failure('validation', `Wrong format of request: \`${field}\` is required`);
  return storeFile(world, file, originOf(request));
}

/** What else is in the form, as if it had come in JSON. */
export function readForm({ request }: Visit): CallBody {
  const plain = [...(request.form?.fields ?? [])].map(([name, text]) => {
    const value = text === 'true' || text === 'false' ? text === 'true' : text;
    return [name.replace(/^payload\./, ''), value] as const;
  });
  const { author_id, ...payload } = Object.fromEntries(plain);
  return {
    fields: new Fields(payload, 'payload'),
    authorId: typeof author_id === 'string' ? author_id : undefined,
  };
}
