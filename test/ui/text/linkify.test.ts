import { describe, expect, it } from 'vitest';
import { linkify } from '../../../src/ui/text/linkify';
import type { TextPart } from '../../../src/ui/text/part';

const linksIn = (text: string) => linkify(text).filter((part) => part.kind === 'link');
const textOf = (parts: readonly TextPart[]) => parts.map((part) => part.text).join('');

describe('linkify', () => {
  it.each([
    ['see https://shop.example/a?b=1&c=2#d)', 'https://shop.example/a?b=1&c=2#d'],
    ['(https://shop.example/wiki/Foo_(bar))', 'https://shop.example/wiki/Foo_(bar)'],
    ['https://shop.example.', 'https://shop.example'],
    ['https://shop.example/…', 'https://shop.example/'],
    ['HTTP://SHOP.EXAMPLE/X', 'HTTP://SHOP.EXAMPLE/X'],
    ['“https://shop.example/q?a=b,c!”', 'https://shop.example/q?a=b,c'],
    ['<https://shop.example/" onclick="x>', 'https://shop.example/'],
    ['看https://shop.example/路。好', undefined],
    ['go to www.shop.example/x, please', 'www.shop.example/x'],
    ['write to mara@harbour.example.', 'mara@harbour.example'],
    ['mailto:mara@harbour.example?subject=Hi', 'mailto:mara@harbour.example?subject=Hi'],
    ['tel:+15550123', 'tel:+15550123'],
    [`${'javascript'}:alert(1)`, undefined],
    ['[click](javascript:alert(1))', undefined],
    ['data:text/html,x', undefined],
    ['https://shop.example@evil.example/login', undefined],
    ['https://shop.example:443@evil.example/', undefined],
    ['https://shop.example\\@evil.example/', 'https://shop.example'],
    ['https:evil.example', undefined],
    ['https:///evil.example', undefined],
    ['xhttps://shop.example', undefined],
    ['www.com', undefined],
    ['a@b', undefined],
    ['tel:+1;phone-context=evil', undefined],
    [`tel:${'1'.repeat(33)}`, undefined],
    ['[https://bank.example](https://evil.example)', undefined],
    ['no links here', undefined],
    ['Call +351 210 000 000.', '+351 210 000 000'],
    ['(+1 (415) 555-0100)', '+1 (415) 555-0100'],
    ['+4940555010', '+4940555010'],
    ['+49 40 5', undefined],
    ['+0 40 555 0100', undefined],
    ['040 555 0100 99', undefined],
    ['2+4940555010', undefined],
    ['+1234567890123456', undefined],
    ['+4940555010x', undefined],
  ])('%j → %j', (text, link) => {
    expect(linksIn(text).map((part) => part.text)).toEqual(link === undefined ? [] : [link]);
    expect(textOf(linkify(text))).toBe(text);
  });

  it('calls a number by its digits', () => {
    expect(linksIn('+1 (415) 555-0100')).toMatchObject([{ href: 'tel:+14155550100' }]);
    expect(linksIn('+4940555010@shop.example')).toEqual([]);
  });

  it('drops what a mail should not carry', () => {
    expect(linksIn('mailto:a@shop.example?bcc=all@evil.example&body=card&subject=Hi%20you')).toMatchObject([
      { href: 'mailto:a@shop.example?subject=Hi%20you' },
    ]);
  });

  it.each([
    ['http://2130706433/', '127.0.0.1'],
    ['http://0x7f.1/', '127.0.0.1'],
    ['https://аpple.example/', 'xn--pple-43d.example'],
    ['https://shop%2eexample/', 'shop.example'],
  ])('row 263: shows where %s leads', (text, host) => {
    expect(linksIn(text)).toMatchObject([{ host }]);
  });

  it('shows a plain host once', () => {
    expect(linksIn('https://Shop.example:8443/x http://[::1]:80/')).toEqual([
      { kind: 'link', text: 'https://Shop.example:8443/x', href: 'https://shop.example:8443/x' },
      { kind: 'link', text: 'http://[::1]:80/', href: 'http://[::1]/' },
    ]);
  });

  it('makes at most 200 links, and loses no text', () => {
    const text = 'https://shop.example/ '.repeat(300);
    expect(linksIn(text)).toHaveLength(200);
    expect(textOf(linkify(text))).toBe(text);
  });

  it.each([
    ['a@b.test\n', 8_192],
    ['http://', 20_000],
    ['www.', 15_000],
    ['@', 60_000],
    ['a.', 30_000],
    ['(', 50_000],
    ['https://a/)(', 10_000],
    ['tel:', 20_000],
    ['+1', 40_000],
    ['+1 (', 10_000],
    ['\u0301', 60_000],
  ])('looks at each character of %j × %i a fixed number of times', (unit, times) => {
    expectLinear((part) => unit.repeat(times * part));
  });

  it('does not look again at a long tail', () => {
    expectLinear((part) => `https://shop.example/${'*'.repeat(70_000 * part)}a`);
  });
});

const SHORT_MS = 30;

/** Twice the text takes twice the time; where both are short, the clock is too rough to say. */
function expectLinear(textOf: (part: number) => string): void {
  expect(bestTime(textOf(1))).toBeLessThan(Math.max(SHORT_MS, 2.6 * bestTime(textOf(0.5))));
}

function bestTime(text: string): number {
  const runs = Array.from({ length: 5 }, () => {
    const start = performance.now();
    linkify(text);
    return performance.now() - start;
  });
  return Math.min(...runs);
}
