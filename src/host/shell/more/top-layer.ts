import type { LineHost } from '../window/host';

// A popover of the browser's own style has colours, and cuts off what is larger than it.
const css = ':host([popover]){overflow:visible!important;background:none!important;color:inherit!important}';

const lifted = new WeakSet<LineHost>();

/**
 * A page that transforms, filters or contains its body makes our box a part of it, at the end of what may be long. In the
 * top layer nothing is around us. What the page shows there itself, a dialog for one, comes later and lies over us.
 */
export function riseToTop(host: LineHost): void {
  const { box, signal, tools, script } = host;
  if (lifted.has(host) || !('popover' in box)) return;
  lifted.add(host);
  tools.addStyles(box.shadowRoot!, css, script.nonce);
  box.popover = 'manual';
  const rise = () => {
    // Out of the page and in again, it is closed.
    if (box.isConnected && !box.matches(':popover-open')) box.showPopover();
  };
  const observer = new MutationObserver(rise);
  for (const node of [document.documentElement, box.parentNode]) if (node) observer.observe(node, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect());
  rise();
}
