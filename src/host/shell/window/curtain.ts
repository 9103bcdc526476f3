import { make } from '../dom';
import { listen, onEnd } from '../life';

/** While the window fills the screen, the page behind it can be neither scrolled nor reached. */
export function createCurtain(
  signal: AbortSignal,
  box: HTMLElement,
  surface: HTMLElement,
  nonce: string,
): (isDrawn: boolean) => void {
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
    restores = isDrawn ? [lockScroll(nonce), ...coverOthers(box)] : [];
    follow();
  }

  if (viewport) listen(signal, viewport, 'resize scroll', follow);
  onEnd(signal, () => draw(false));
  return draw;
}

/** By a style sheet of our own, so that nothing that the page has set is touched. */
function lockScroll(nonce: string): () => void {
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
