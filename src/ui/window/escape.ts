/** Takes away the tips that are shown, if there are any: the topmost layer goes first. */
export function hushTips(root: Element): boolean {
  const shown = root.querySelectorAll<HTMLElement>(
    '.icon-button:hover:not([data-quiet]), .icon-button:focus-visible:not([data-quiet])',
  );
  for (const button of shown) {
    const wake = () => delete button.dataset['quiet'];
    button.dataset['quiet'] = '';
    button.addEventListener('mouseleave', wake, { once: true });
    button.addEventListener('blur', wake, { once: true });
  }
  return shown.length > 0;
}
