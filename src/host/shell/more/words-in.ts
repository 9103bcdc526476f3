import type { LineHost } from '../window/host';

type Words = LineHost['tools']['words'];

/** As the window says it. `unread` by the plural rules of the language. */
const LANGUAGES: ReadonlyMap<string, Omit<Words, 'open'> & { readonly openIt: string; readonly unread: Plural }> =
  new Map([
    [
      'ar',
      {
        chat: 'دردشة',
        openIt: 'فتح الدردشة',
        unread: {
          one: 'رسالة غير مقروءة',
          two: 'رسالتان غير مقروءتين',
          few: '# رسائل غير مقروءة',
          other: '# رسالة غير مقروءة',
        },
        minimize: 'تصغير النافذة',
        loading: 'جارٍ التحميل',
        failed: 'تعذّر بدء الدردشة.',
        retry: 'إعادة المحاولة',
        fallback: 'اتصل بنا',
      },
    ],
    [
      'de',
      {
        chat: 'Chat',
        openIt: 'Chat öffnen',
        unread: { one: '# ungelesene Nachricht', other: '# ungelesene Nachrichten' },
        minimize: 'Fenster verkleinern',
        loading: 'Wird geladen',
        failed: 'Der Chat konnte nicht starten.',
        retry: 'Erneut versuchen',
        fallback: 'Kontakt aufnehmen',
      },
    ],
    [
      'pl',
      {
        chat: 'Czat',
        openIt: 'Otwórz czat',
        unread: {
          one: '# nieprzeczytana wiadomość',
          few: '# nieprzeczytane wiadomości',
          other: '# nieprzeczytanych wiadomości',
        },
        minimize: 'Zwiń okno',
        loading: 'Ładowanie',
        failed: 'Nie udało się uruchomić czatu.',
        retry: 'Spróbuj ponownie',
        fallback: 'Skontaktuj się z nami',
      },
    ],
  ]);

type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/**
 * The few words of the page's side, in the language of the window: names of launcher and frame, and what is said while the
 * app is on its way. A language that we do not have is English, as in the window.
 */
export function speakIn(host: LineHost, language: string): void {
  const { tools, box } = host;
  const [name = ''] = language.toLowerCase().split(/[-_]/);
  const found = LANGUAGES.get(name);
  const root = box.shadowRoot;
  if (!found || !root || box.lang === name) return;
  const { openIt, unread, ...words } = found;
  const rules = new Intl.PluralRules(name);
  const count = (many: number) => (unread[rules.select(many)] ?? unread.other).replace('#', `${many}`);
  Object.assign(tools.words, { ...words, open: (many: number) => (many ? `${openIt}, ${count(many)}` : openIt) });
  box.lang = name;
  for (const iframe of box.querySelectorAll('iframe')) iframe.title = words.chat;
  root.querySelector('.cover')?.setAttribute('aria-label', words.chat);
  const retry = root.querySelector('.cover button');
  if (retry) retry.textContent = words.retry;
  const link = root.querySelector('.cover a');
  if (link) link.textContent = words.fallback;
  host.draw();
}
