/** Takes away the tips that are shown, if there are any: the topmost layer goes first. */
export function hushTips(root: Element): boolean {
  const shown = root.querySelectorAll<HTMLElement>(
    '.icon-button:hover:not([data-quiet]), .icon-button:focus-visible:not([data-quiet])',
  );
  for (const button of shown) button.dataset['quiet'] = '';
  return shown.length > 0;
}
