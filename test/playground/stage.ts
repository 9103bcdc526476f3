import type { UserId } from '../../src/domain';
import { mountUi } from '../../src/ui';
import type { PlainKey } from '../../src/ui/i18n/catalogue';
import { wordsIn } from '../../src/ui/i18n/languages';
import { fakeHost, fakeSession } from '../support/ui-session';
import { playgroundClock } from './clock';
import { people } from './conversation';
import type { Stage } from './setting';
import { states } from './states';
import { delayOn, type Switches } from './switches';
import { allWords } from './words';

/** Draws one state into `root`, alone. Ends when it stands; the answer takes it away. */
export async function showState(
  root: HTMLElement,
  state: string,
  { theme, dir, size, language: wanted, line }: Switches,
): Promise<() => void> {
  const clock = playgroundClock();
  const session = fakeSession(clock);
  const host = fakeHost();
  host.isFullScreen.value = size !== 'desktop';
  const language = dir === 'rtl' && wanted === 'en' ? 'ar' : wanted;
  const words = await allWords(language);
  const press = async (key: PlainKey | 'Pick a new slot' | 'file.open_image') => {
    const name = (words.find(key) ?? key).replace(/\{.*/, '').trim();
    const find = () =>
      Array.from(root.querySelectorAll<HTMLElement>('button')).find((button) =>
        (button.getAttribute('aria-label') ?? button.textContent).startsWith(name),
      );
    // Some come with a piece of the window.
    for (let tries = 0; tries < 60 && !find(); tries += 1) await nextFrames();
    find()?.click();
    await nextFrames();
  };
  const stage: Stage = { session, host, clock, press, lineMs: delayOn(line) };
  slowDown(stage);
  rememberAgents(stage);
  const afterwards = states[state]?.(stage);
  if (state !== 'broken') echoOwnMessages(stage);
  const stop = mountUi(root, {
    session,
    host,
    clock,
    words: await wordsIn(language, document),
    onError: (error, where) => console.warn(`[${where}]`, error),
  });
  if (theme !== 'light') forceTheme(theme);
  Object.assign(globalThis, { stage });
  await onceWhole();
  await Promise.all(Object.values(pieces).map((load) => load()));
  await nextFrames();
  await afterwards?.();
  await nextFrames();
  document.documentElement.dataset['ready'] = '';
  return stop;
}

/** Who has left is known, with the photo. */
function rememberAgents({ session }: Stage): void {
  const { agents } = session.users;
  const all = () => [...agents.value, ...Object.values(people)];
  Object.assign(session.users, { agent: (id: UserId) => all().find((agent) => agent.id === id) });
}

/** Files go, and older pages come, as fast as the line is. */
function slowDown({ session, clock, lineMs }: Stage): void {
  const pass = (ms: number | undefined) =>
    new Promise<void>((resolve) => {
      if (ms !== undefined) clock.after(ms, resolve);
    });
  session.timeline.loadOlder = async () => {
    session.timeline.older.value = 'loading';
    await pass(lineMs);
    session.timeline.older.value = 'none';
  };
  session.fakeRest.sendFile = async (_, onProgress) => {
    for (const part of [0.1, 0.4, 0.7, 1]) {
      onProgress?.(part);
      await pass(lineMs);
    }
    return 'done';
  };
}

/** What a window fetches when it needs it. Here it is there before a state is called ready. */
const pieces = import.meta.glob('../../src/ui/{log,rich,forms,files,moments,emoji,notices,home}.ts');

const nextFrames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** The window comes in two pieces, each with a style sheet. */
async function onceWhole(): Promise<void> {
  const count = () => document.adoptedStyleSheets?.length ?? document.head.querySelectorAll('style').length;
  while (count() < 2) await nextFrames();
}

/** So that one can try how it feels. */
function echoOwnMessages({ session, clock, lineMs }: Stage): void {
  session.send = (text) => {
    session.draft.set('');
    const key = `own-${clock.now()}`;
    const item = {
      kind: 'message',
      key,
      customId: key as never,
      text,
      at: clock.now(),
      authorId: undefined,
      isOwn: true,
      isFirstOfGroup: true,
      isLastOfGroup: true,
    } as const;
    session.timeline.items.value = [...session.timeline.items.value, { ...item, delivery: 'sending' }];
    if (lineMs === undefined) return;
    clock.after(lineMs, () => {
      session.timeline.items.value = session.timeline.items.value.map((other) =>
        other.key === key ? { ...item, delivery: 'sent' } : other,
      );
    });
  };
}

/**
 * The style sheet follows the system; here it follows the address. Forced colours are the system's own: what is shown
 * without them are our rules for them.
 */
function forceTheme(theme: Switches['theme']): void {
  const wanted = theme === 'dark' ? 'prefers-color-scheme' : 'forced-colors';
  const force = (sheet: CSSStyleSheet) => {
    for (const rule of sheet.cssRules) {
      if (rule instanceof CSSMediaRule && rule.conditionText.includes(wanted)) rule.media.mediaText = 'all';
    }
  };
  const all = new Set<CSSStyleSheet>();
  // The second piece of the window brings a sheet, and so does each piece after it.
  const followSheets = () => {
    for (const sheet of document.adoptedStyleSheets) {
      if (all.has(sheet)) continue;
      all.add(sheet);
      force(sheet);
    }
    requestAnimationFrame(followSheets);
  };
  followSheets();
}
