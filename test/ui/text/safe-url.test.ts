import { describe, expect, it } from 'vitest';
import { cleanLine } from '../../../src/ui/text/clean-line';
import { safeUrl } from '../../../src/ui/text/safe-url';

describe('row 263: safeUrl', () => {
  it.each([
    ['https://cdn.example/mara.png', true],
    ['http://cdn.example/mara.png', false],
    ['http://localhost:4173/mara.png', true],
    ['http://localhost:4174/mara.png', false],
    ['data:image/png;base64,AAAA', false],
    ['blob:https://cdn.example/1', false],
    ['//cdn.example/mara.png', false],
    ['mara.png', false],
    ['https://user@cdn.example/mara.png', false],
    ['mailto:a@b.example', false],
  ])('as a photo %s: %s', (raw, isFine) => {
    expect(safeUrl(raw, 'image', 'http://localhost:4173') !== undefined).toBe(isFine);
  });

  it.each([
    ' https://shop.example/',
    'https://shop.example/\n',
    'java\tscript:alert(1)',
    'https://shop.example/\u0000',
    'https://shop.example/\u202Egnp',
    'vbscript:x',
    'file:///etc/passwd',
    'https://',
  ])('refuses %j as a link', (raw) => {
    expect(safeUrl(raw, 'link')).toBeUndefined();
  });
});

it.each([
  ['  Mara\n Okafor ', 'Mara Okafor'],
  ['\u202EaraM\u200B\u{E0041}', 'araM'],
  ['\u200D\u3164 \u2800', ''],
  ['👩‍🔧 Pip', '👩‍🔧 Pip'],
  ['x'.repeat(500), `${'x'.repeat(99)}…`],
])('cleans %j', (raw, clean) => {
  expect(cleanLine(raw)).toBe(clean);
});
