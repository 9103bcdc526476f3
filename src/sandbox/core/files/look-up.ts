import type { StoredFile } from '../store/model';
import type { World } from '../world';

/** `https://<host>/att/<license>/<id>/<name>`: the only place that files in events may come from. */
const OURS = /^https?:\/\/[^/?#]+\/att\/(\d+)\/([0-9a-f]{32})\/[^/?#]+$/;

/** Undefined: not a file of ours, or one that was never sent and has run out. */
export function lookUpFile(world: World, url: string): StoredFile | undefined {
  const [, licenseId, id] = OURS.exec(url) ?? [];
  return licenseId === world.settings.licenseId ? findFile(world, id ?? '') : undefined;
}

export function findFile(world: World, id: string): StoredFile | undefined {
  const file = world.store.files.get(id);
  const isThere = file && (file.isKept || file.expiresAt > world.clock.now());
  return isThere ? file : undefined;
}

/** It is part of an event now, and stays. Part of a turn. */
export function keepFile(world: World, { id, isKept }: StoredFile): void {
  if (!isKept) world.commit({ fact: 'file-kept', id });
}

/** The fields of a `file` event, the same in both versions. Browsers make a picture small themselves. */
export function fileBody({ url, name, contentType, size, image }: StoredFile): { readonly [field: string]: unknown } {
  return {
    name,
    url,
    content_type: contentType,
    size,
    ...(image && { width: image.width, height: image.height, thumbnail_url: url, thumbnail2x_url: url }),
  };
}
