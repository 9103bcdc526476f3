import { readFields, readText, readUrl } from '../read';
import type { LineHost } from '../window/host';
import { readGroupConfiguration } from './group-configuration';

/**
 * Elements of the class `livechat_button` with `data-id`: the account says which picture or text they show while somebody
 * is there to chat, and which while nobody is. What it answers draws them again.
 */
export async function createChatButtons(host: LineHost): Promise<() => void> {
  const { tools, mirror, signal } = host;
  const { buttons } = await readGroupConfiguration(host);
  const known = new Map(
    (Array.isArray(buttons) ? buttons : []).map((each) => [readFields(each)['id'], readFields(each)]),
  );
  const drawn = new Map<Element, { readonly was: readonly ChildNode[]; shows: string }>();

  signal.addEventListener('abort', () => {
    for (const [element, { was }] of drawn) element.replaceChildren(...was);
  });

  return () => {
    if (signal.aborted) return;
    for (const element of document.querySelectorAll('.livechat_button[data-id]')) {
      const button = known.get(element.getAttribute('data-id'));
      const shows = readText(button?.[`${mirror.current.availability}_value`]);
      const before = drawn.get(element);
      if (!button || !shows || before?.shows === shows) continue;
      const was = before?.was ?? [...element.childNodes];
      // A picture that was drawn before has no text.
      const label =
        was
          .map(({ textContent }) => textContent)
          .join('')
          .trim() || 'Chat';
      const url = readUrl(/^(https?:)?\/\//.test(shows) ? new URL(shows, location.href).href : `https://${shows}`);
      const content = button['type'] === 'image' && url ? tools.make('img', { src: url.href, alt: label }) : shows;
      drawn.set(element, { was, shows });
      element.replaceChildren(tools.make('a', { href: '#', role: 'button' }, content));
      element.firstElementChild?.addEventListener('click', (event) => event.preventDefault());
    }
  };
}
