import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from '../core/index';

const ID = /^[0-9a-f]{32}$/;

/** Uploaded files in a folder beside the data file, made when the first one comes. */
export function fileFolder(folder: string): Files {
  const pathOf = (id: string) => {
    if (!ID.test(id)) throw new Error('Not the id of a file');
    return join(folder, id);
  };
  return {
    write(id, bytes) {
      mkdirSync(folder, { recursive: true });
      // On the disk before anybody is told.
      writeFileSync(pathOf(id), bytes, { flush: true });
    },
    read(id) {
      try {
        return readFileSync(pathOf(id));
      } catch {
        return undefined;
      }
    },
    remove: (id) => rmSync(pathOf(id), { force: true }),
  };
}
