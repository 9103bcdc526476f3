import type { LineHost } from '../window/host';
import { attempt } from './attempt';
import { createControls } from './controls';
import { diagnose } from './diagnose';
import { createHearing, type Hearing } from './hearing';
import { createOldApi } from './lc-api';
import { usesOldApi } from './old-api-use';

const CONTROLS = '[data-livechat-action],[data-text-action],.livechat_button';

interface Started {
  readonly hearing: Hearing;
  before?: Promise<unknown>;
  oldApi?: ReturnType<typeof createOldApi>;
  controls?: ReturnType<typeof createControls>;
}

const started = new WeakMap<LineHost, Started>();

/**
 * What only some pages use of us. Called again whenever the page shows that it uses more. `cause`: as
 * `startMore` has it.
 */
export async function startAll(host: LineHost, cause?: unknown): Promise<void> {
  const { signal, globals, box } = host;
  const parts: Started = started.get(host) ?? { hearing: createHearing(host) };
  started.set(host, parts);
  const { hearing } = parts;
  keepPromise(host);
  if (Array.isArray(cause)) {
    if (cause[0] === 'logout') (await import('./log-out')).logOut(host);
    else if (cause[0] === 'set_look') (await import('../look')).changeLook(host, cause[1]);
    else diagnose(host, cause[1]);
    return;
  }

  if (cause === 'before') await putOnLook(host, hearing);
  const isOldCall = cause instanceof Object && !(cause instanceof Event);
  if (isOldCall || usesOldApi(globals)) parts.oldApi ??= createOldApi(host, hearing);
  if (document.querySelector(CONTROLS)) parts.controls ??= createControls(host, hearing);
  // Whichever call comes first: of two imports, the later may be there before the other.
  if (parts.oldApi && !box.dataset['state'] && globals.LC_API?.['on_before_load'])
    parts.before ??= beforeAll(host, hearing);
  await parts.before;
  // Whoever waited for that has begun by then.
  if (parts.before && cause !== 'before') await nextTask();
  if (signal.aborted) return;
  if (cause instanceof Event) parts.controls?.(cause);
  else if (host.configuration && cause !== 'before') parts.oldApi?.announce();
  if (isOldCall) parts.oldApi?.answer(cause);
}

/** What is hidden at first has never been anything else. Without the part that does it, all is as usual. */
async function putOnLook(host: LineHost, hearing: Hearing): Promise<void> {
  const { given } = host.settings;
  if (!given['look'] && !given['custom_container'] && !given['disable_minimized']) return;
  hearing.isBefore = true;
  await import('../look').then(({ putOn }) => putOn(host)).catch(() => {});
  await nextTask();
  hearing.isBefore = false;
}

/** A page that says something before we can be seen has the time for it. */
async function beforeAll({ globals }: LineHost, hearing: Hearing): Promise<void> {
  hearing.isBefore = true;
  attempt(globals.LC_API?.['on_before_load']);
  // What it has asked for has been done by then.
  await nextTask();
  hearing.isBefore = false;
}

const nextTask = () => new Promise((resolve) => setTimeout(resolve));

const kept = new WeakSet<object>();

/** `__lc_onready`: functions of the page that wait for us. From then on, whoever is pushed is called at once. */
function keepPromise({ globals, events, signal }: LineHost): void {
  const waiting = globals.__lc_onready;
  if (!Array.isArray(waiting) || kept.has(waiting)) return;
  kept.add(waiting);
  const run = (task: unknown) => queueMicrotask(() => !signal.aborted && attempt(task, globals.LiveChatWidget));
  events.on('ready', () => {
    const open = { push: run };
    globals.__lc_onready = open;
    waiting.forEach(run);
    // Whoever comes after us finds a list again, with those that have come in between.
    signal.addEventListener('abort', () => {
      if (globals.__lc_onready === open) globals.__lc_onready = [];
    });
  });
}
