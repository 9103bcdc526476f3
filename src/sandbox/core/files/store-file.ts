import { Failure } from '../failure';
import { newHex } from '../ids';
import type { StoredFile } from '../store/model';
import type { World } from '../world';
import { isExecutable } from './executables';
import { readImageHead } from './image-size';

/** A file as it was sent. */
export interface Upload {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

const LONGEST_NAME = 200;
const TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/;

/** Keeps it for a day, or for ever if an event is made of it. Part of a turn. */
export function storeFile(world: World, upload: Upload, origin: string): StoredFile {
  const { limits, licenseId } = world.settings;
  const { bytes } = upload;
  const name = cleanName(upload.name);
  if (bytes.length === 0) throw new Failure('validation', 'Wrong format of request: the file is empty');
  if (bytes.length > limits.fileBytes) throw new Failure('entity_too_large');
  if (isExecutable(name, bytes)) throw new Failure('validation', 'Wrong format of request: executables are refused');
  const image = readImageHead(bytes);
  const id = newHex(world.random);
  world.files.write(id, bytes);
  world.commit({
    fact: 'file-stored',
    id,
    url: `${origin}/att/${licenseId}/${id}/${encodeURIComponent(name)}`,
    name,
    contentType: image?.contentType ?? cleanType(upload.contentType),
    size: bytes.length,
    expiresAt: world.clock.now() + limits.fileMs,
    ...(image && { image: { width: image.width, height: image.height } }),
  });
  const file = world.store.files.get(id);
  if (!file) throw new Error('The file was not stored');
  watchFile(world, file);
  return file;
}

/** Takes it away when its day is over and nobody has sent it. */
export function watchFile(world: World, { id, expiresAt }: StoredFile): void {
  world.later(Math.max(0, expiresAt - world.clock.now()), () => {
    if (!world.store.files.get(id)?.isKept) world.files.remove(id);
  });
}

/** Only the last part of a path, and nothing that a header or a terminal would take for something else. */
function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const clean = last.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
  // Half of a surrogate pair cannot be written in an address.
  return (
    Array.from(clean)
      .filter((letter) => !/^[\ud800-\udfff]$/.test(letter))
      .slice(0, LONGEST_NAME)
      .join('') || 'file'
  );
}

const cleanType = (type: string) => {
  const plain = type.split(';')[0]?.trim().toLowerCase() ?? '';
  return TYPE.test(plain) ? plain : 'application/octet-stream';
};
