/** The style sheets that we give to a document or shadow root, which may have others. */
export function adoptInto(root: Document | ShadowRoot) {
  const removes: (() => void)[] = [];
  return {
    add(css: string): void {
      removes.push(adopt(root, css));
    },
    removeAll(): void {
      for (const remove of removes.splice(0)) remove();
    },
  };
}

function adopt(root: Document | ShadowRoot, css: string): () => void {
  const sheet = constructed(css);
  if (sheet && 'adoptedStyleSheets' in root) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return () => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }
  // Safari before 16.4.
  const style = document.createElement('style');
  style.textContent = css;
  (root instanceof Document ? root.head : root).append(style);
  return () => style.remove();
}

function constructed(css: string): CSSStyleSheet | undefined {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  } catch {
    return undefined;
  }
}
