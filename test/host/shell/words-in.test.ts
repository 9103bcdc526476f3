// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { speakIn } from '../../../src/host/shell/more/words-in';
import { words } from '../../../src/host/shell/words';

const english = { ...words };
afterEach(() => Object.assign(words, english));

function hostWith() {
  const box = document.createElement('div');
  const root = box.attachShadow({ mode: 'open' });
  root.innerHTML = '<div class="cover"><button>Try again</button><a>Contact us</a></div>';
  box.innerHTML = '<iframe title="Chat"></iframe>';
  const draw = vi.fn();
  return { host: { box, draw, tools: { words } } as unknown as Parameters<typeof speakIn>[0], box, root, draw };
}

it.each([
  ['de-AT', 'Chat öffnen, 2 ungelesene Nachrichten', 'Erneut versuchen'],
  ['pl', 'Otwórz czat, 2 nieprzeczytane wiadomości', 'Spróbuj ponownie'],
  ['AR_eg', 'فتح الدردشة, رسالتان غير مقروءتين', 'إعادة المحاولة'],
])('says in %s what the launcher does', (language, open, retry) => {
  const { host, root, box, draw } = hostWith();
  speakIn(host, language);
  expect(words.open(2)).toBe(open);
  expect(words.open(0)).toBe(open.split(', ')[0]);
  expect(root.querySelector('button')?.textContent).toBe(retry);
  expect(box.querySelector('iframe')?.title).toBe(words.chat);
  expect(draw).toHaveBeenCalledOnce();
});

it('stays English where it has no other words', () => {
  const { host, draw } = hostWith();
  speakIn(host, 'xx');
  expect(words.open(1)).toBe('Open chat, 1 unread message');
  expect(draw).not.toHaveBeenCalled();
});
