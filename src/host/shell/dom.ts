type Tags = HTMLElementTagNameMap & Pick<SVGElementTagNameMap, 'svg' | 'path'>;

/** Nodes are made by calls, never from markup: there is nothing to escape, and a strict policy has nothing to refuse. */
export function make<K extends keyof Tags>(
  tag: K,
  attributes: Readonly<Record<string, string>>,
  ...children: (Node | string)[]
): Tags[K] {
  const isSvg = /svg|path/.test(tag);
  const element = document.createElementNS(`http://www.w3.org/${isSvg ? '2000/svg' : '1999/xhtml'}`, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element as Tags[K];
}
