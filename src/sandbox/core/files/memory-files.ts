import type { Files } from '../ports';

/** Kept as long as we are. */
export function memoryFiles(): Files {
  const bytesOf = new Map<string, Uint8Array>();
  return {
    write: (id, bytes) => void bytesOf.set(id, bytes),
    read: (id) => bytesOf.get(id),
    remove: (id) => void bytesOf.delete(id),
  };
}
