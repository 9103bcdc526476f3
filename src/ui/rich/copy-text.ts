/** Into the clipboard. In the frame of another page's origin only the old way is open. Rejects if neither is. */
export async function copyText(text: string, beside: Element): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    if (!copyByCommand(text, beside)) throw new Error('not copied');
  }
}

function copyByCommand(text: string, beside: Element): boolean {
  const before = (beside.getRootNode() as Document | ShadowRoot).activeElement as HTMLElement | null;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.className = 'unseen';
  // What is in it is copied as it is drawn: where lines do not wrap, without the spaces that they begin with.
  field.style.whiteSpace = 'pre';
  beside.after(field);
  field.select();
  const isDone = document.execCommand?.('copy') ?? false;
  field.remove();
  before?.focus({ preventScroll: true });
  return isDone;
}
