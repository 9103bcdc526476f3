/** Takes away the tip that is shown, if there is one: the topmost layer goes first. */
export function hushTip(root: Element): boolean {
  const shown = root.querySelector<HTMLElement>(
    '.icon-button:hover:not([data-quiet]), .icon-button:focus-visible:not([data-quiet])',
  );
  if (!shown) return false;
  shown.dataset['quiet'] = '';
  return true;
}
