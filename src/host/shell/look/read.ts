import type { Rgb } from '../contract';
import { type Fields, readFields } from '../read';
import { readColour } from './colour';

const COLOURS = [
  'agentbar_background_color',
  'agentbar_text',
  'agent_message_color_background',
  'agent_message_color_text',
  'background_color',
  'cta_color',
  'minimized_color_background',
  'minimized_color_icon',
  'minimized_color_text',
  'system_message_color',
  'titlebar_background_color',
  'titlebar_text',
  'visitor_message_color_background',
  'visitor_message_color_text',
] as const;
export type ColourKey = (typeof COLOURS)[number];

/** Of a large screen, or of a small one. */
export interface Place {
  readonly side: 'left' | 'right';
  readonly x: number;
  readonly y: number;
  readonly isBar: boolean;
  readonly isHiddenFirst: boolean;
  readonly hasMinimized: boolean;
}

export interface Wishes {
  readonly large: Place;
  readonly small: Place;
  readonly isLoadedOnMobile: boolean;
  readonly isHiddenOffline: boolean;
  readonly layout: 'smooth' | 'modern';
  readonly variant: 'light' | 'dark' | 'auto';
  readonly colours: { readonly [K in ColourKey]?: Rgb };
  readonly radius: number | undefined;
  readonly font: string | undefined;
  readonly logo: string | undefined;
  readonly hasPhotos: boolean;
  /** On the launcher, of who answers. */
  readonly hasLauncherPhoto: boolean;
  readonly hasSounds: boolean;
  /** Launcher and frame are called as those of LiveChat's own widget, where the page speaks English. */
  readonly hasOfficialNames: boolean;
  /** Over the launcher, so many pixels further from the side and from the bottom. */
  readonly picture: { readonly url: string; readonly x: number; readonly y: number } | undefined;
  readonly barOnline: string;
  readonly barOffline: string;
  /** Names of what made no sense. */
  readonly wrong: readonly string[];
}

const FURTHEST = 4_000;

/**
 * Settings under the names that the group's configuration has for them (`chat_window.…`, private branch of
 * `get_configuration`): nested, or with dots, with or without `chat_window.` and `new_theme.` before them.
 */
export function readWishes(...sources: readonly unknown[]): Wishes {
  const given = new Map(sources.flatMap((source) => flatten(readFields(source))));
  const json = given.get('custom_json');
  const wrong: string[] = [];
  if (json) {
    try {
      for (const [key, value] of flatten(readFields(JSON.parse(json)))) if (!given.has(key)) given.set(key, value);
    } catch {
      wrong.push('custom_json');
    }
  }

  function take<T>(key: string, read: (text: string) => T | undefined): T | undefined {
    const text = given.get(key);
    if (text === undefined || text === '') return undefined;
    const value = read(text);
    if (value === undefined) wrong.push(key);
    return value;
  }
  const flag = (key: string) => take(key, (text) => (text === '1' ? true : text === '0' ? false : undefined));
  const choice = <T extends string>(key: string, ...allowed: readonly T[]) =>
    take(key, (text) => allowed.find((each) => each === text));
  const distance = (key: string) =>
    take(key, (text) =>
      /^-?\d+(\.\d+)?(px)?$/.test(text) && Math.abs(Number.parseFloat(text)) < FURTHEST
        ? Number.parseFloat(text)
        : undefined,
    );

  const large: Place = {
    side: choice('screen_position', 'right', 'left') ?? 'right',
    x: distance('offset_x') ?? 0,
    y: distance('offset_y') ?? 0,
    isBar: choice('theme.minimized', 'circle', 'bar') === 'bar',
    isHiddenFirst: flag('hide_on_init') ?? false,
    hasMinimized: !flag('disable_minimized'),
  };
  const small: Place = {
    side: choice('mobile_screen_position', 'right', 'left') ?? 'right',
    x: distance('mobile_offset_x') ?? 0,
    y: distance('mobile_offset_y') ?? 0,
    isBar: choice('mobile_minimized_theme', 'circle', 'bar') === 'bar',
    isHiddenFirst: flag('mobile_hide_on_init') ?? false,
    hasMinimized: !flag('mobile_disable_minimized'),
  };
  const logo = take('logo_path', readImage);
  const picture = take('embedded_chat.eye_grabber.path', readImage);
  return {
    large,
    small: flag('custom_mobile_settings') ? small : large,
    isLoadedOnMobile: !flag('hide_on_mobile'),
    isHiddenOffline: flag('hide_when_offline') ?? false,
    layout: choice('name', 'smooth', 'modern') ?? 'smooth',
    variant: choice('variant', 'light', 'dark', 'auto') ?? 'auto',
    colours: Object.fromEntries(COLOURS.map((key) => [key, take(key, readColour)])) as Wishes['colours'],
    radius: take('radius', (text) =>
      /^\d{1,2}(px)?$/.test(text) ? Math.min(32, Number.parseInt(text, 10)) : undefined,
    ),
    font: take('font', (text) => (/^[\w\s,"'-]{1,200}$/.test(text) ? text : undefined)),
    logo: flag('display_logo') === false ? undefined : logo,
    hasPhotos: flag('display_avatar') ?? true,
    hasLauncherPhoto: (flag('launcher_photo') ?? false) && flag('display_avatar') !== false,
    hasSounds: !flag('disable_sounds'),
    hasOfficialNames: flag('official_names') ?? false,
    picture:
      picture && flag('embedded_chat.display_eye_catcher')
        ? {
            url: picture,
            x: distance('embedded_chat.eye_grabber.x') ?? 0,
            y: distance('embedded_chat.eye_grabber.y') ?? 0,
          }
        : undefined,
    barOnline: given.get('bar_online_text')?.trim() || 'Chat now',
    barOffline: given.get('bar_offline_text')?.trim() || 'Leave a message',
    wrong,
  };
}

/** One level with dots in its names; what has no text is left out. */
export function flatten(from: Fields, path = '', depth = 0): [string, string][] {
  return Object.entries(from).flatMap(([name, value]): [string, string][] => {
    const key = `${path}${name}`.replace(/^(chat_window\.)?(new_theme\.)?(--natter-)?/, '');
    if (typeof value === 'boolean') return [[key, value ? '1' : '0']];
    if (typeof value === 'string' || typeof value === 'number') return [[key, String(value)]];
    const isDeeper = value && typeof value === 'object' && !Array.isArray(value) && depth < 3;
    return isDeeper ? flatten(value as Fields, `${path}${name}.`, depth + 1) : value === null ? [] : [[key, '?']];
  });
}

/** Of a server that nobody can listen to. */
export function readImage(text: string): string | undefined {
  try {
    const { href, protocol } = new URL(text.startsWith('//') ? `https:${text}` : text);
    return protocol === 'https:' ? href : undefined;
  } catch {
    return undefined;
  }
}
