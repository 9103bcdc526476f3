import type { Tools } from '../tools';
import type { LineHost } from './host';

const css = `
:host([data-small]) .window{width:100vw;height:100vh}
:host([data-small][data-state=maximized]) .window{padding:env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left)}
:host([data-small][data-state=maximized][data-app=mounted]) .launcher{display:none}`;

/**
 * While the window fills the screen, the page behind it can be neither scrolled nor reached, and the way back leads out of
 * the window. For what only lies over the page, that is a matter of the app.
 */
export function createCurtain(host: LineHost, isWindow = true): (isDrawn: boolean) => void {
  const { tools, signal, box, script } = host;
  const { nonce } = script;
  const root = box.shadowRoot!;
  const surface = root.querySelector<HTMLElement>('.window')!;
  const viewport = window.visualViewport;
  let restores: (() => void)[] = [];

  /** A keyboard on the screen covers a part of it. A visitor who zooms in sees a part of it on purpose. */
  function follow() {
    const isFitted = restores.length && viewport && viewport.scale < 1.01;
    surface.style.top = isFitted ? `${viewport.offsetTop}px` : '';
    surface.style.height = isFitted ? `${viewport.height}px` : '';
  }

  function draw(isDrawn: boolean) {
    if (isDrawn === restores.length > 0) return;
    for (const restore of restores) restore();
    restores = isDrawn ? [lockScroll(tools, nonce), ...coverOthers(box)] : [];
    if (isWindow) leadBack(host, isDrawn);
    follow();
  }

  tools.addStyles(root, css, nonce);
  if (viewport) tools.listen(signal, viewport, 'resize scroll', follow);
  signal.addEventListener('abort', () => draw(false));
  return draw;
}

/** The app has a history of its own, which is none of the page's. */
function leadBack({ calls, flush }: LineHost, isOut: boolean): void {
  calls.push(['way_back', isOut]);
  flush?.();
}

/** By a style sheet of our own, so that nothing that the page has set is touched. */
function lockScroll({ make }: Tools, nonce: string): () => void {
  const rule = 'html{overflow:hidden!important}';
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rule);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  } catch {
    const style = make('style', { nonce }, rule);
    document.head.append(style);
    return () => style.remove();
  }
}

/** What lies beside us, or beside what we are in, and was within reach. Returns the ways back. */
function coverOthers(box: HTMLElement): (() => void)[] {
  const restores: (() => void)[] = [];
  for (let node: Element = box; node.parentElement && node !== document.body; node = node.parentElement) {
    for (const other of node.parentElement.children) {
      if (other === node || other.hasAttribute('inert')) continue;
      other.setAttribute('inert', '');
      restores.push(() => other.removeAttribute('inert'));
    }
  }
  return restores;
}
