import { findApi } from './page-api';

type Listener = () => void;

/** Coming and going of widgets, for what follows them. */
const [inits, destroys] = [new Set<Listener>(), new Set<Listener>()];

export const tellInit = () => tell(inits);
export const tellDestroy = () => tell(destroys);

/** Calls back with each widget that comes, and at once if there is one. The answer ends that. */
export function lcOnInit(callback: Listener): () => void {
  if (findApi()) callback();
  return follow(inits, callback);
}

/** Calls back with each widget that goes. The answer ends that. */
export function lcOnDestroy(callback: Listener): () => void {
  return follow(destroys, callback);
}

function follow(listeners: Set<Listener>, callback: Listener) {
  // The same function twice is two listeners.
  const listener = () => callback();
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function tell(listeners: Set<Listener>) {
  for (const listener of Array.from(listeners)) listener();
}
