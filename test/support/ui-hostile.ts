const SCRIPT = 'script:__probe(1)';

/** What somebody may put into any text of theirs, in the hope that a browser reads it. */
export const markup = [
  '<img src=x onerror=__probe(1)>',
  '<script>__probe(1)</script>',
  '"><svg onload=__probe(1)>',
  '</label><input type=hidden name=token>',
  '<a href="https://evil.test" target="_top">Your refund</a>',
  '<style>*{display:none}</style>',
  '<iframe srcdoc="<script>parent.__probe(1)</script>"></iframe>',
  '&lt;img src=x onerror=__probe(1)&gt;',
  '{{constructor.constructor("__probe(1)")()}}',
  `![x](https://evil.test/pixel.gif) [x](java${SCRIPT})`,
  '\u202Etxet desrever',
  'Z\u0337\u0328\u0315\u0301'.repeat(400),
  'x'.repeat(20_000),
];

export const addresses = [
  `java${SCRIPT}`,
  `JaVa${SCRIPT}`,
  `java\n${SCRIPT}`,
  `\u0001java${SCRIPT}`,
  'data:text/html,<script>__probe(1)</script>',
  'data:image/svg+xml,<svg onload=__probe(1)>',
  'blob:https://shop.test/3f1c',
  'file:///etc/passwd',
  '//evil.test/pixel.gif',
  '\\\\evil.test\\share\\a.png',
  'https://user:pass@evil.test/',
  'about:blank',
  'x" onerror="__probe(1)',
  '',
];

const ELEMENTS = new Set(
  `a article bdi blockquote br button code dd div dl dt em fieldset form h2 h3 header hr i img input label legend li ol
   option p path pre progress s section select small span strong svg textarea time ul`.split(/\s+/),
);
const NO_ATTRIBUTE = /^on|^(?:srcdoc|action|formaction|poster|ping|background|xlink:href|data)$/;
const SAFE = /^(?:https:\/\/|http:\/\/localhost|mailto:|tel:)/;

/** What is wrong with a page: elements, handlers and addresses that must not come from outside. Nothing, it is hoped. */
export function faultsIn(root: Element): string[] {
  const faults: string[] = [];
  for (const part of root.querySelectorAll('*')) {
    const name = part.localName;
    if (!ELEMENTS.has(name)) faults.push(`<${name}>`);
    for (const { name: attribute, value } of part.attributes) {
      if (NO_ATTRIBUTE.test(attribute)) faults.push(`${name}.${attribute}`);
      if ((attribute === 'href' || attribute === 'src') && !SAFE.test(value)) faults.push(`${attribute}=${value}`);
      if (attribute === 'src' && !value.startsWith('https://')) faults.push(`src=${value}`);
      if (attribute === 'id' && !value.startsWith('natter-')) faults.push(`id=${value}`);
      if (attribute === 'style' && /url|expression|position/.test(value)) faults.push(`style=${value}`);
      if (attribute === 'target' && value !== '_blank') faults.push(`target=${value}`);
    }
    if (name === 'a' && !part.getAttribute('rel')?.includes('noopener')) faults.push('a without noopener');
    if (name === 'img' && part.getAttribute('referrerpolicy') !== 'no-referrer') faults.push('img with referrer');
  }
  if (/NaN|Infinity|Invalid Date|\[object|undefined/.test(root.textContent ?? '')) faults.push('nonsense on screen');
  return faults;
}
