import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Rgb } from '../../../../src/host/shell/contract';
import { contrast, readColour } from '../../../../src/host/shell/look/colour';
import { readWishes } from '../../../../src/host/shell/look/read';
import { deriveTokens, describeLook, GROUNDS } from '../../../../src/host/shell/look/tokens';

it('a setting has one meaning, nested or with dots, with or without what stands before it', () => {
  const said = [
    { 'chat_window.new_theme.cta_color': '#123456', 'chat_window.offset_x': '12' },
    { chat_window: { new_theme: { cta_color: '#123456' }, offset_x: 12 } },
    { cta_color: 'rgb(18, 52, 86)', offset_x: '12px' },
    { 'chat_window.new_theme.custom_json': '{"cta_color":"#123456"}', offset_x: 12 },
  ];
  for (const one of said) {
    const { colours, large, small, wrong } = readWishes(one);
    expect(colours.cta_color).toEqual([18, 52, 86]);
    expect(large).toMatchObject({ x: 12, side: 'right' });
    expect(small).toBe(large);
    expect(wrong).toEqual([]);
  }
});

it('what makes no sense costs itself, and is named without its value', () => {
  const { large, variant, colours, radius, font, logo, wrong } = readWishes({
    screen_position: 'middle',
    offset_x: 'NaN',
    variant: 'pink',
    cta_color: 'url(https://evil.example)',
    radius: '9999',
    font: 'x;}body{display:none',
    logo_path: 'http://shop.example/logo.png',
    hide_on_init: 'maybe',
    custom_json: '{',
  });
  expect(large).toEqual({ side: 'right', x: 0, y: 0, isBar: false, isHiddenFirst: false, hasMinimized: true });
  expect([variant, colours.cta_color, radius, font, logo]).toEqual(['auto', ...Array(4).fill(undefined)]);
  expect([...wrong].sort()).toEqual([
    'cta_color',
    'custom_json',
    'font',
    'hide_on_init',
    'logo_path',
    'offset_x',
    'radius',
    'screen_position',
    'variant',
  ]);
});

it('later sources win, and mobile variants count only where they are switched on', () => {
  const { large, small } = readWishes(
    { screen_position: 'left', mobile_screen_position: 'left', mobile_hide_on_init: '1' },
    { screen_position: 'right', custom_mobile_settings: '1' },
  );
  expect(large).toMatchObject({ side: 'right', isHiddenFirst: false });
  expect(small).toMatchObject({ side: 'left', isHiddenFirst: true });
});

it('colours are read in three ways, and nothing else is one', () => {
  expect(['#fa0', '#FFAA00', 'rgb(255, 170, 0)'].map(readColour)).toEqual(Array(3).fill([255, 170, 0]));
  expect(['red', '#ffaa0080', 'var(--x)', '', '#ggg'].map(readColour)).toEqual(Array(5).fill(undefined));
});

describe('row 206: text on any configured colour reaches 4.5:1', () => {
  const bytes = [0, 51, 102, 119, 153, 204, 255];
  const all = bytes.flatMap((red) => bytes.flatMap((green) => bytes.map((blue): Rgb => [red, green, blue])));
  it.each(['light', 'dark'] as const)('%s', (scheme) => {
    for (const ground of all) {
      const wished: Rgb = [ground[1], ground[2], ground[0]];
      const tokens = deriveTokens(
        {
          colours: {
            cta_color: ground,
            titlebar_background_color: ground,
            titlebar_text: wished,
            agentbar_text: wished,
            agent_message_color_background: ground,
            agent_message_color_text: wished,
            visitor_message_color_background: ground,
            visitor_message_color_text: wished,
            system_message_color: ground,
          },
        },
        scheme,
      );
      const pairs = [
        [tokens['on-accent'], tokens.accent],
        [tokens['on-header'], tokens.header],
        [tokens['on-header-small'], tokens.header],
        [tokens['on-agent-bubble'], tokens['agent-bubble']],
        [tokens['on-own-bubble'], tokens['own-bubble']],
        [tokens.system, GROUNDS[scheme].page],
        ...(['page', 'surface', 'sunken'] as const).map((name) => [tokens['accent-ink'], GROUNDS[scheme][name]]),
      ] as [Rgb, Rgb][];
      for (const [text, behind] of pairs) expect(contrast(text, behind)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('a background decides whether it is light or dark, and takes its ink along', () => {
    for (const ground of all) {
      const look = describeLook(readWishes({ background_color: `rgb(${ground.join(',')})` }), false);
      const tokens = look.variant === 'dark' ? look.dark : look.light;
      for (const name of ['ink', 'muted', 'problem'] as const)
        expect(contrast(tokens[name] as Rgb, ground)).toBeGreaterThanOrEqual(4.5);
    }
  });
});

it('knows the usual colours as the style sheet of the window has them', () => {
  const css = readFileSync(new URL('../../../../src/ui/theme/tokens.css', import.meta.url), 'utf8');
  const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');
  for (const [scheme, text] of [
    ['light', light],
    ['dark', dark],
  ] as const)
    for (const [name, colour] of Object.entries(GROUNDS[scheme]))
      expect(readColour(new RegExp(`--natter-${name}: (#[0-9a-f]+);`).exec(text)?.[1] ?? '')).toEqual(colour);
});
