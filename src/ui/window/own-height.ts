// Lower than that nothing is laid out for.
const LEAST = 320;

/**
 * Tells how high the window in `root` would have to be to show all of what is in it: at once, and whenever that changes. In
 * whole CSS pixels. It does not depend on how high the window is, so who follows it comes to rest.
 */
export function followHeight(root: HTMLElement, tell: (height: number) => void): () => void {
  let last = 0;
  let next = 0;

  function look(): void {
    next = 0;
    const height = heightOf(root, (part) => sizes.observe(part));
    if (height === undefined || height === last) return;
    last = height;
    tell(height);
  }
  function lookSoon(): void {
    next ||= requestAnimationFrame(look);
  }

  const sizes = new ResizeObserver(lookSoon);
  const changes = new MutationObserver(lookSoon);
  sizes.observe(root);
  changes.observe(root, { subtree: true, childList: true, characterData: true, attributeFilter: ['data-home'] });
  lookSoon();
  return () => {
    cancelAnimationFrame(next);
    sizes.disconnect();
    changes.disconnect();
  };
}

/** What scrolls fills what is left, so it is what lies in it that counts. `watch` is called with all that may grow. */
function heightOf(root: HTMLElement, watch: (part: Element) => void): number | undefined {
  const natter = root.querySelector('.natter');
  const isHome = natter?.hasAttribute('data-home');
  const scroller = natter?.querySelector(isHome ? '.home-entries' : '.log');
  const content = isHome ? scroller : scroller?.firstElementChild;
  if (!natter || !scroller || !content) return undefined;
  for (const part of [scroller, ...content.children]) watch(part);
  const { paddingTop, paddingBottom } = getComputedStyle(content);
  const around = natter.clientHeight - scroller.clientHeight;
  const inside = Number.parseFloat(paddingTop) + extentOf(content) + Number.parseFloat(paddingBottom);
  return Math.max(LEAST, Math.ceil(around + inside));
}

function extentOf({ firstElementChild: first, lastElementChild: last }: Element): number {
  return first && last ? last.getBoundingClientRect().bottom - first.getBoundingClientRect().top : 0;
}
