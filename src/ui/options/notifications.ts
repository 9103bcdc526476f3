import { computed, effect, signal } from '@preact/signals-core';
import type { Content, Message, SessionRest } from '../../domain';
import type { Choice } from '../header/choice';
import { authorName } from '../i18n/names';
import type { Ui } from '../ui-context';
import { holdWhileSeen } from './seen-by-others';
import type { Tell } from './telling';

const KEPT_AS = 'notifies';

/**
 * Notifications of the browser, once the visitor has asked for them in the menu. They say who has written, and not what: they
 * can be read by whoever stands at the desk.
 */
export function createNotifications(ui: Ui, { rules, memory }: SessionRest, tell: Tell) {
  const { session, words, host } = ui;
  const canAsk = canBeAsked(window);
  const isAsked = signal(memory.read(KEPT_AS) === true);
  const permission = signal(canAsk ? Notification.permission : 'denied');
  const isOn = computed(() => rules.value.notifies === true && isAsked.value && permission.value === 'granted');
  const seen = holdWhileSeen(isOn);
  let shown: Notification | undefined;

  function keep(isWanted: boolean): void {
    isAsked.value = isWanted;
    memory.write(KEPT_AS, isWanted);
  }

  async function choose(): Promise<void> {
    if (isOn.peek()) return keep(false);
    permission.value = await Notification.requestPermission();
    keep(permission.peek() === 'granted');
    if (!isAsked.peek()) tell('notifications.refused_title', 'notifications.refused_text');
  }

  async function show({ authorId }: Message | Content): Promise<void> {
    if (document.visibilityState === 'visible' || !isOn.peek() || (await seen.byOthers())) return;
    shown?.close();
    const text = words.t('announce.closed', { author: authorName(session, words, authorId) });
    // The same for all tabs, so that they show one together.
    const options = { tag: 'natter', lang: words.language, dir: words.direction, silent: true };
    shown = new Notification(text, options);
    shown.onclick = () => {
      shown?.close();
      // A frame alone cannot bring its tab to the front.
      (window.top ?? window).focus();
      host.ask({ type: 'open', gesture: 'pointer' });
    };
  }

  const stops = [
    session.moments.on('new-message', ({ isOwn, message }) => {
      if (!isOwn) void show(message);
    }),
    session.moments.on('new-content', ({ isOwn, content }) => {
      if (!isOwn && content.kind !== 'custom') void show(content);
    }),
    effect(() => {
      if (session.unread.count.value === 0) shown?.close();
    }),
    () => seen.stop(),
  ];
  return {
    choices: computed<readonly Choice[]>(() =>
      canAsk && rules.value.notifies
        ? [
            {
              icon: 'bell',
              text: words.t('window.menu_notifications'),
              note: words.t(isOn.value ? 'window.sound_on' : 'window.sound_off'),
              choose: () => void choose(),
              isDone: true,
            },
          ]
        : [],
    ),
    stop() {
      for (const stop of stops) stop();
      shown?.close();
    },
  };
}

/**
 * Browsers let nobody ask who is a guest in a page of another origin, and whoever was refused is not asked again. Those of phones
 * show none that a page makes by itself.
 */
export function canBeAsked(self: Window): boolean {
  try {
    return (
      'Notification' in self &&
      self.top?.location.origin === self.location.origin &&
      Notification.permission !== 'denied' &&
      !self.matchMedia?.('(pointer: coarse)').matches
    );
  } catch {
    return false;
  }
}
