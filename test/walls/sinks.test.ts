import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantHouse } from './planted-house';

const HTML = 'natter(no-html-sinks)';
const ORIGIN = 'natter(no-wildcard-origin)';

/** The one file that may make HTML. */
const ONE_DOOR = 'src/ui/text/sanitise.ts';

const element = 'declare const element: HTMLElement;\n';
const hello = `const HELLO = 'natter:hello:1';\n`;
const run = 'declare const code: string;\n';

/** Name → code, and the rule that refuses it. */
const violations: Readonly<Record<string, readonly [code: string, rule: string]>> = {
  innerHTML: [`${element}element.innerHTML = '';`, HTML],
  'innerHTML-by-text': [`${element}element['innerHTML'] = '';`, HTML],
  'innerHTML-by-assign': [`${element}Object.assign(element, { innerHTML: '' });`, HTML],
  outerHTML: [`${element}element.outerHTML = '';`, HTML],
  insertAdjacentHTML: [`${element}element.insertAdjacentHTML('beforeend', '');`, HTML],
  'document-write': [`document.write('');`, HTML],
  'document-writeln': [`window.document.writeln('');`, HTML],
  dangerouslySetInnerHTML: [`export const planted = <p dangerouslySetInnerHTML={{ __html: '' }} />;`, HTML],
  'dangerouslySetInnerHTML-in-an-object': [`export const planted = { dangerouslySetInnerHTML: { __html: '' } };`, HTML],
  DOMParser: [`export const planted = new DOMParser();`, HTML],
  createContextualFragment: [`new Range().createContextualFragment('');`, HTML],
  srcdoc: [`export const planted = <iframe title="planted" srcdoc="" />;`, HTML],
  'srcdoc-by-property': [`document.createElement('iframe').srcdoc = '';`, HTML],
  'srcdoc-by-attribute': [`${element}element.setAttribute('srcdoc', '');`, HTML],
  setHTMLUnsafe: [`${element}element.setHTMLUnsafe('');`, HTML],
  parseHTMLUnsafe: [`Document.parseHTMLUnsafe('');`, HTML],
  eval: [`${run}eval(code);`, HTML],
  'eval-of-window': [`${run}window.eval(code);`, HTML],
  'new-Function': [`${run}export const planted = new Function(code);`, HTML],
  Function: [`${run}export const planted = Function(code);`, HTML],
  'text-for-a-timer': [`setTimeout('alert(1)', 1);`, HTML],
  'text-for-a-timer-of-window': [`window.setInterval('alert' + '(1)', 1);`, HTML],
  'unseen-text-for-a-timer': [`${run}setTimeout(code, 1);`, 'typescript(no-implied-eval)'],
  'message-to-all': [`window.parent.postMessage({}, '*');`, ORIGIN],
  'message-to-all-by-option': [`window.parent.postMessage({}, { targetOrigin: '*' });`, ORIGIN],
  'port-for-all': [`${hello}window.parent.postMessage(HELLO, '*', [new MessageChannel().port1]);`, ORIGIN],
  'hello-with-content': [`${hello}window.parent.postMessage({ type: HELLO, text: '' }, '*');`, ORIGIN],
  'javascript-address': [`location.href = 'javascript:void 0';`, 'eslint(no-script-url)'],
  'floating-promise': [`Promise.resolve(1);`, 'typescript(no-floating-promises)'],
  'misused-promise': [`[1].filter(async (n) => n);`, 'typescript(no-misused-promises)'],
  any: [`export const planted: any = 1;`, 'typescript(no-explicit-any)'],
};

/** Look-alikes. */
const allowed: Readonly<Record<string, string>> = {
  'text-content': `${element}element.textContent = element.getAttribute('title');`,
  'timer-with-a-function': `setTimeout(() => {}, 1);`,
  hello: `${hello}window.parent.postMessage(HELLO, '*');\nwindow.parent.postMessage({ type: HELLO }, '*');`,
  'message-to-one': `window.parent.postMessage({ text: '*' }, 'https://shop.example');`,
  'message-over-a-port': `new MessageChannel().port1.postMessage({});`,
  'name-of-a-sink': `export const planted = { kind: 'innerHTML', title: 'eval' };`,
};

describe('lint rules against sinks', () => {
  const found = new Map<string, string[]>();
  let house: ReturnType<typeof plantHouse>;

  beforeAll(() => {
    const broken = Object.entries(violations).map(([name, [code]]) => [`src/ui/planted/${name}.tsx`, module(code)]);
    const fine = Object.entries(allowed).map(([name, code]) => [`src/ui/planted/${name}.tsx`, module(code)]);
    house = plantHouse({
      ...Object.fromEntries([...broken, ...fine]),
      [ONE_DOOR]: module(violations['innerHTML']![0]),
    });
    const { diagnostics } = JSON.parse(house.run('.bin/oxlint', '--format', 'json', 'src/ui/planted', ONE_DOOR)) as {
      diagnostics: { code: string; filename: string }[];
    };
    for (const { code, filename } of diagnostics) {
      const name = /planted[/](.+)[.]tsx$/.exec(filename)?.[1] ?? filename;
      found.set(name, [...(found.get(name) ?? []), code]);
    }
  }, 60_000);
  afterAll(() => house.tearDown());

  it.each(Object.entries(violations))('%s is refused', (name, [, rule]) => {
    expect(found.get(name) ?? []).toContain(rule);
  });

  it.each([...Object.keys(allowed), ONE_DOOR])('%s is allowed', (name) => {
    expect(found.get(name)).toBeUndefined();
  });
});

/** Without an export, TypeScript takes the file for a script, and its names for globals. */
const module = (code: string) => (/^export /m.test(code) ? code : `${code}\nexport {};`);
