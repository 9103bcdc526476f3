/** Gives a style sheet to a document or shadow root, which may have others. The answer takes it away. */
export function adopt(root: Document | ShadowRoot, css: string): () => void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return () => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  } catch {
    // Safari before 16.4.
    const style = document.createElement('style');
    style.textContent = css;
    ('head' in root ? root.head : root).append(style);
    return () => style.remove();
  }
}
