import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../src/ui/theme/tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');

function colours(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(/--natter-([a-z-]+): (#[0-9a-f]{3,6});/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

function luminance(hex: string): number {
  const digits =
    hex.length === 4 ? Array.from(hex.slice(1), (digit) => digit + digit) : (hex.slice(1).match(/../g) ?? []);
  const [red = 0, green = 0, blue = 0] = digits
    .map((pair) => Number.parseInt(pair, 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** By WCAG 2.2, 1.4.3. */
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const TEXT: readonly (readonly [ink: string, ground: string])[] = [
  ['ink', 'page'],
  ['ink', 'surface'],
  ['ink', 'sunken'],
  ['muted', 'page'],
  ['muted', 'surface'],
  ['muted', 'sunken'],
  ['accent-ink', 'page'],
  ['accent-ink', 'surface'],
  ['accent-ink', 'sunken'],
  ['on-accent', 'accent'],
  ['on-header', 'header'],
  ['on-header', 'header-end'],
  ['problem', 'page'],
  ['problem', 'surface'],
  ['problem', 'problem-soft'],
];
/** Borders of fields, rings and icons. */
const SHAPES: typeof TEXT = [
  ['edge', 'page'],
  ['edge', 'surface'],
  ['accent-ink', 'page'],
  ['accent-ink', 'surface'],
  ['accent-ink', 'sunken'],
  ['accent', 'page'],
];

describe.each([
  ['light', colours(light)],
  ['dark', new Map([...colours(light), ...colours(dark)])],
])('%s', (_, theme) => {
  const ratio = (one: string, other: string) => contrast(theme.get(one) ?? '#888', theme.get(other) ?? '#888');

  it.each(TEXT)('%s can be read on %s', (ink, ground) => expect(ratio(ink, ground)).toBeGreaterThanOrEqual(4.5));
  it.each(SHAPES)('%s can be seen on %s', (shape, ground) => expect(ratio(shape, ground)).toBeGreaterThanOrEqual(3));
});
