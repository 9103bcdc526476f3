import type { Look, Rgb, Tokens } from '../contract';
import { adjust, blackOrWhite, isLight, readable } from './colour';
import type { Wishes } from './read';

/** What the window has when nobody says anything: as in the style sheet of its theme. */
export const GROUNDS = {
  light: {
    page: [243, 246, 247],
    surface: [255, 255, 255],
    sunken: [230, 236, 238],
    ink: [20, 37, 43],
    muted: [82, 102, 110],
    problem: [179, 38, 30],
  },
  dark: {
    page: [15, 23, 27],
    surface: [27, 38, 44],
    sunken: [38, 51, 58],
    ink: [231, 238, 240],
    muted: [157, 176, 184],
    problem: [255, 176, 168],
  },
} as const satisfies Record<string, Record<string, Rgb>>;

/** The window's colours out of those that were wished for: what is missing is derived, and all text can be read. */
export function deriveTokens({ colours }: Pick<Wishes, 'colours'>, scheme: 'light' | 'dark'): Tokens {
  const usual = GROUNDS[scheme];
  const page = colours.background_color ?? usual.page;
  const grounds = [page, usual.surface, usual.sunken];
  const accent = mainColour(colours);
  const header = colours.titlebar_background_color ?? colours.agentbar_background_color ?? accent;
  const agent = colours.agent_message_color_background;
  const own = colours.visitor_message_color_background ?? accent;
  const tokens: { -readonly [K in keyof Tokens]: Tokens[K] } = {};
  if (colours.background_color) {
    tokens.page = page;
    for (const name of ['ink', 'muted', 'problem'] as const) tokens[name] = adjust(usual[name], grounds);
  }
  if (accent) {
    tokens.accent = accent;
    tokens['on-accent'] = blackOrWhite(accent);
    tokens['accent-ink'] = adjust(accent, grounds);
  }
  if (header) {
    tokens.header = tokens['header-end'] = header;
    tokens['on-header'] = readable(colours.titlebar_text, header);
  }
  if (header && colours.agentbar_text) tokens['on-header-small'] = readable(colours.agentbar_text, header);
  if (colours.agentbar_background_color) {
    tokens.photo = colours.agentbar_background_color;
    tokens['on-photo'] = readable(colours.agentbar_text, colours.agentbar_background_color);
  }
  if (agent || colours.agent_message_color_text) {
    tokens['agent-bubble'] = agent ?? usual.surface;
    tokens['on-agent-bubble'] = readable(colours.agent_message_color_text, tokens['agent-bubble']);
  }
  if (own || colours.visitor_message_color_text) {
    tokens['own-bubble'] = own ?? [15, 92, 110];
    tokens['on-own-bubble'] = readable(colours.visitor_message_color_text, tokens['own-bubble']);
  }
  if (colours.system_message_color) tokens.system = adjust(colours.system_message_color, [page]);
  return tokens;
}

/** What stands for the account where it says nothing more special. */
export const mainColour = (colours: Wishes['colours']): Rgb | undefined =>
  colours.cta_color ??
  colours.titlebar_background_color ??
  colours.minimized_color_background ??
  colours.visitor_message_color_background;

/** What the app is told. A background decides by itself whether it is light or dark. */
export function describeLook(wishes: Wishes, isInside: boolean): Look {
  const { colours, layout, radius, font, logo, hasPhotos, wrong } = wishes;
  const ground = colours.background_color;
  const variant = ground ? (isLight(ground) ? 'light' : 'dark') : wishes.variant;
  return {
    variant,
    light: deriveTokens(wishes, 'light'),
    dark: deriveTokens(wishes, 'dark'),
    radius: radius ?? (layout === 'modern' ? 6 : undefined),
    font,
    logo,
    hasPhotos,
    isInside,
    wrong,
  };
}
