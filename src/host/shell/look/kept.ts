import { type Fields, readFields } from '../read';
import { recall } from '../storage';
import type { LineHost } from '../window/host';

/** Under this name the loader finds it: there is something to put on before anything is drawn. */
const NAME = 'look';
const MOST_GROUPS = 5;

export interface Kept {
  /** Of the configuration. */
  readonly version: string | undefined;
  readonly given: Fields;
}

const nameOf = ({ settings }: LineHost) => `${settings.account[1]}:${settings.group ?? ''}`;

const readAll = (): Fields => readFields(readFields(recall('localStorage', NAME)[NAME])['kept']);

/** What the group's configuration said when a window was open last, on this device. */
export function readKept(host: LineHost): Kept | undefined {
  const kept = readFields(readAll()[nameOf(host)]);
  if (!kept['given']) return undefined;
  const version = kept['version'];
  return { version: typeof version === 'string' ? version : undefined, given: readFields(kept['given']) };
}

/** Where the group says nothing, nothing is kept: the next page has nothing to fetch for it. */
export function keep(host: LineHost, kept: Kept): void {
  const others = Object.entries(readAll()).filter(([name]) => name !== nameOf(host));
  const own: [string, unknown][] = Object.keys(kept.given).length > 0 ? [[nameOf(host), kept]] : [];
  const all = [...others.slice(1 - MOST_GROUPS), ...own];
  if (all.length > 0) host.tools.remember('localStorage', NAME, { [NAME]: { kept: Object.fromEntries(all) } });
  else forget();
}

function forget(): void {
  try {
    localStorage.removeItem(`natter:1:${NAME}`);
  } catch {
    // What cannot be removed has not been written.
  }
}
