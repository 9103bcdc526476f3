/** What a page tells of itself. Everything is in one function, for it is sent into the page as text. */
export interface Watch {
  /** What was wrong since the last time. */
  takeFaults(): string[];
  /** Types as a visitor does, sends, and waits until `texts` can be read in the log. */
  goOn(own: string, texts: readonly string[]): Promise<string[]>;
}

export function watchPage(): void {
  const faults = new Set<string>();
  const host = globalThis as unknown as { __probe: (value: unknown) => void; __watch: Watch };
  host.__probe = (value) => faults.add(`a script ran: ${String(value)}`);
  addEventListener('securitypolicyviolation', ({ violatedDirective }) => faults.add(`policy: ${violatedDirective}`));

  const prototypes: readonly object[] = [Object, Array, Function, String, Number, Promise, Map, Element, Node].map(
    (type) => type.prototype as object,
  );
  const keysOf = () => prototypes.map((prototype) => Reflect.ownKeys(prototype).map(String).sort().join());
  const known = keysOf();

  const ELEMENTS = new Set(
    `html head body meta title link style main header footer nav section article aside div p span bdi b em strong i del s
     code pre a br hr ul ol li blockquote dl dt dd h1 h2 h3 h4 h5 h6 img figure figcaption time button input textarea
     select optgroup option label fieldset legend form progress output dialog svg path circle small audio video iframe`.split(
      /\s+/,
    ),
  );
  const ATTRIBUTES = new Set(
    `class id dir lang role tabindex hidden inert title href target rel download src srcset alt width height loading
     decoding referrerpolicy type name value for rows placeholder required readonly disabled checked selected multiple
     accept autocomplete inputmode enterkeyhint maxlength min max step open datetime style start reversed
     viewBox d r cx cy fill stroke stroke-width stroke-linecap stroke-linejoin focusable form size draggable
     autocapitalize spellcheck contenteditable pattern capture novalidate controls preload playsinline sandbox
     allow`.split(/\s+/),
  );
  const LINK = /^(?:https?:\/\/[^/?#\\@]+(?:[/?#]|$)|mailto:[^?]+(?:\?subject=[^&]*)?$|tel:\+?[\d().-]+$)/;
  const isOwnPicture = (url: string) => url.startsWith('blob:') || url.startsWith(`${location.origin}/`);

  function look(element: Element): void {
    const name = element.localName;
    if (!ELEMENTS.has(name)) faults.add(`<${name}>`);
    for (const attribute of element.attributes) lookAt(name, attribute);
    if (name === 'a' && element.hasAttribute('href')) {
      const rel = element.getAttribute('rel') ?? '';
      if (element.getAttribute('target') !== '_blank') faults.add('a link that does not open a new tab');
      if (!rel.includes('noopener') || !rel.includes('noreferrer')) faults.add('a link with an opener or a referrer');
    }
    if (name === 'iframe' && !/^(?!.*top-navigation).*allow-scripts/.test(element.getAttribute('sandbox') ?? ''))
      faults.add('a page that may do more than it should');
    if (name === 'img' && element.getAttribute('referrerpolicy') !== 'no-referrer')
      faults.add('a picture with a referrer');
  }

  function lookAt(element: string, { name, value }: Attr): void {
    if (!ATTRIBUTES.has(name) && !/^(?:aria|data)-[a-z-]+$/.test(name)) faults.add(`${element}[${name}]`);
    if (name === 'href' && !LINK.test(value)) faults.add(`href=${value}`);
    if (name === 'src' && !/^https:\/\/[^/@]+/.test(value) && !isOwnPicture(value)) faults.add(`src=${value}`);
    if (name === 'style' && /url|expression|position|;.*;.*;/.test(value)) faults.add(`style=${value}`);
    if (name === 'id' && !value.startsWith('natter')) faults.add(`id=${value}`);
    if (name === 'type' && /password|hidden/.test(value)) faults.add(`type=${value}`);
  }

  // What was there for a moment only was there.
  const observer = new MutationObserver((mutations) => {
    for (const { type, target, addedNodes } of mutations) {
      if (type === 'attributes') look(target as Element);
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        look(node);
        for (const inner of node.querySelectorAll('*')) look(inner);
      }
    }
  });
  const begin = () => {
    const app = document.querySelector('.natter');
    if (app) observer.observe(app, { subtree: true, childList: true, attributes: true });
    else requestAnimationFrame(begin);
  };
  addEventListener('DOMContentLoaded', begin);

  const find = <E extends Element>(selector: string) => document.querySelector<E>(selector);
  /** As a person has it before the eyes, without what only a screen reader says. */
  function read(): string {
    const log = find('[role=log]');
    if (!log) return '';
    const isSeen = ({ parentElement }: Node) => (parentElement?.closest('.unseen') ? 2 : 1);
    const texts = document.createTreeWalker(log, NodeFilter.SHOW_TEXT, isSeen);
    let text = '';
    while (texts.nextNode()) text += texts.currentNode.nodeValue ?? '';
    return text;
  }
  const all = () => find('[role=log]')?.textContent ?? '';
  const says = (text: string) => all().includes(text) || read().includes(text);
  const nonsense = () => all().match(/\bNaN\b|\bInvalid Date\b|\[object |\bundefined\b|\bInfinity\b/g)?.length ?? 0;
  let knownNonsense = 0;

  function takeFaults(isWanted = false): string[] {
    if (keysOf().join('\n') !== known.join('\n')) faults.add('a prototype was changed');
    if (Object.keys(JSON.parse('{"a":1}') as object).length !== 1 || 'polluted' in {})
      faults.add('an object is not empty');
    const log = find('[role=log]');
    for (const box of [log, document.scrollingElement]) {
      if (box && box.scrollWidth > box.clientWidth + 1) faults.add(`${box.localName} scrolls sideways`);
    }
    const longest = Math.max(
      0,
      ...Array.from(log?.querySelectorAll('article') ?? [], (row) => (row.textContent ?? '').length),
    );
    if (longest > 60_000) faults.add(`${longest} characters in one message`);
    // Somebody may also say it.
    if (nonsense() > knownNonsense && !isWanted) faults.add('nonsense on screen');
    knownNonsense = nonsense();
    const told = [...faults];
    faults.clear();
    return told;
  }

  /** Watches, and does not ask again and again. */
  const until = (isSo: () => boolean) =>
    new Promise<boolean>((resolve) => {
      if (isSo()) return resolve(true);
      const end = (answer: boolean) => {
        changes.disconnect();
        clearTimeout(timer);
        resolve(answer);
      };
      const changes = new MutationObserver(() => isSo() && end(true));
      changes.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
      const timer = setTimeout(() => end(false), 15_000);
    });

  host.__watch = {
    takeFaults,
    async goOn(own, texts) {
      for (const text of texts) {
        if (!(await until(() => says(text)))) faults.add(`lost: ${text}`);
      }
      const isWritable = () => find<HTMLTextAreaElement>('textarea.text')?.readOnly === false;
      if (!(await until(isWritable))) faults.add('nothing can be typed');
      const composer = find<HTMLTextAreaElement>('textarea.text');
      const setValue = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
      if (composer && own) {
        setValue?.call(composer, own);
        composer.dispatchEvent(new InputEvent('input', { bubbles: true }));
        // Drawn.
        await until(() => find<HTMLElement>('.grow')?.dataset['text'] === own);
        composer.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
        if (!(await until(() => composer.value === '' && says(own)))) faults.add('the composer does not send');
      }
      return takeFaults(texts.some((text) => /NaN|undefined|\[object|Invalid|Infinity/.test(text)));
    },
  };
}
