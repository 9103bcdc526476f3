import { mountUi } from '../../src/ui';
import { fakeHost, fakeSession } from '../support/ui-session';
import { playgroundClock } from './clock';
import type { Stage } from './setting';
import { states } from './states';

export interface StageOptions {
  readonly state: string;
  readonly theme: string | null;
  readonly dir: string | null;
}

/** Draws one state into `root`, alone. */
export function showState(root: HTMLElement, { state, theme, dir }: StageOptions): void {
  const clock = playgroundClock();
  const session = fakeSession(clock);
  const host = fakeHost();
  const press = (name: string) => {
    const all = Array.from(root.querySelectorAll<HTMLElement>('button'));
    all.find((button) => (button.getAttribute('aria-label') ?? button.textContent).startsWith(name))?.click();
  };
  const stage: Stage = { session, host, clock, press };
  const afterwards = states[state]?.(stage);
  if (state !== 'broken') echoOwnMessages(stage);
  const language = dir === 'rtl' ? 'ar' : 'en';
  mountUi(root, { session, host, clock, language, onError: (error, where) => console.warn(`[${where}]`, error) });
  if (theme) forceTheme(theme);
  onceWhole(() => {
    afterwards?.();
    document.documentElement.dataset['ready'] = '';
  });
  Object.assign(globalThis, { stage });
}

/** The window comes in two pieces, each with a style sheet. */
function onceWhole(task: () => void): void {
  requestAnimationFrame(() => (document.adoptedStyleSheets.length > 1 ? requestAnimationFrame(task) : onceWhole(task)));
}

/** So that one can try how it feels. */
function echoOwnMessages({ session, clock }: Stage): void {
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
    clock.after(500, () => {
      session.timeline.items.value = session.timeline.items.value.map((other) =>
        other.key === key ? { ...item, delivery: 'sent' } : other,
      );
    });
  };
}

/** The style sheet follows the system; here it follows the address. */
function forceTheme(theme: string): void {
  for (const sheet of document.adoptedStyleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSMediaRule) || !rule.conditionText.includes('prefers-color-scheme')) continue;
      rule.media.mediaText = theme === 'dark' ? 'all' : 'not all';
    }
  }
}
