import { blackOrWhite, cssColour, readable } from './colour';
import type { Place, Wishes } from './read';
import { mainColour } from './tokens';

const BAR = { width: 281, height: 63 };

/** The rules of our box that a look changes. They come after the usual ones, so each says no more than those. */
export function styleOf(wishes: Wishes, isInside: boolean): string {
  return [
    schemeRules(wishes),
    colourRules(wishes),
    ...(isInside
      ? [INSIDE]
      : [placeRules(wishes.large, ':host([data-state])', 24), placeRules(wishes.small, ':host([data-small])', 16)]),
    !isInside && wishes.layout === 'modern' && MODERN,
  ]
    .filter(Boolean)
    .join('\n');
}

const MODERN = `
:host([data-state=maximized]:not([data-small])){width:min(400px,100vw - 48px)!important;max-height:541px!important}
:host(:not([data-small])) .window{width:min(400px,100vw - 48px);max-height:465px;border-radius:8px}`;

const INSIDE = `
:host([data-inside][data-state]){position:relative!important;inset:auto!important;width:100%!important;height:100%!important;max-height:none!important;z-index:auto!important}
:host([data-inside][data-state]) .window{inset:0;width:auto;height:auto;border-radius:0;box-shadow:none;outline:0;transition:none}
:host([data-inside]) .launcher{display:none}`;

/** A corner of the screen, and how far from it, in CSS pixels; from there everything has its usual distances. */
function placeRules({ side, x, y, isBar }: Place, host: string, gap: number): string {
  const other = side === 'left' ? 'right' : 'left';
  const own = `${side}:${gap + x}px;bottom:${gap + y}px`;
  // As strong as the two rules for a page that resets everything, and for a window on a phone, which has no corner.
  const closed = `${host.slice(0, -1)}:not([data-small][data-state=maximized]))`;
  const peek = `${host.slice(0, -1)}[data-small][data-state=minimized][data-peek]) .window`;
  return [
    `${closed}{inset:auto;${own}}`,
    `${closed.slice(0, -1)}[data-pinned]){${own.replaceAll('px', 'px!important')};${other}:auto!important}`,
    `${host} .launcher,${host} .window{${side}:0;${other}:auto}`,
    `${host.slice(0, -1)}[data-state=maximized]) .window{left:0;right:0}`,
    `${host} .badge{${other === 'left' ? 'right' : 'left'}:-8px;${other}:auto}`,
    `${host.slice(0, -1)}[data-state=maximized]:not([data-small])){width:min(392px,100vw - ${2 * gap + Math.max(0, x)}px)!important}`,
    `${peek}{${side}:${-gap - x}px;${other}:auto;bottom:${-gap - y}px}`,
    isBar && barRules(host),
  ]
    .filter(Boolean)
    .join('\n');
}

const barRules = (host: string) => {
  const closed = `${host.slice(0, -1)}[data-state=minimized])`;
  return `
${closed}{width:min(${BAR.width}px,100vw - 32px)!important;height:${BAR.height}px!important}
${closed} .launcher{display:flex;align-items:center;gap:12px;box-sizing:border-box;width:100%;height:${BAR.height}px;padding:0 20px;border-radius:16px}
${closed} .launcher svg{flex:none;width:28px}
${closed} .bar{display:block;min-width:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;font:600 16px/1.4 system-ui,sans-serif}`;
};

function schemeRules({ variant }: Wishes): string {
  if (variant === 'auto') return '';
  return `.window{color-scheme:${variant}}::slotted(*){color-scheme:${variant}!important}`;
}

function colourRules({ colours, radius }: Wishes): string {
  const main = mainColour(colours);
  const ground = colours.minimized_color_background ?? main;
  const rules = ['.bar{display:none}', ':host([data-away][data-state=minimized]){visibility:hidden!important}'];
  if (ground) {
    const icon = cssColour(readable(colours.minimized_color_icon, ground));
    const text = cssColour(readable(colours.minimized_color_text ?? colours.minimized_color_icon, ground));
    const [back, ring] = [cssColour(ground), cssColour(blackOrWhite(ground))];
    rules.push(
      `.launcher{background:${back};color:${icon}}`,
      `.bar{color:${text}}`,
      `.launcher:focus-visible{outline-color:${ring}!important;box-shadow:0 0 0 5px ${back}!important}`,
    );
  }
  if (main) {
    const header = cssColour(colours.titlebar_background_color ?? main);
    rules.push(
      `.cover{box-shadow:inset 0 68px ${header},inset 0 -68px #8882}`,
      `.cover button,.cover a{background:${cssColour(main)};color:${cssColour(blackOrWhite(main))}}`,
    );
  }
  if (colours.background_color) {
    const page = colours.background_color;
    rules.push(`.window{background:${cssColour(page)}}.cover p{color:${cssColour(blackOrWhite(page))}}`);
  }
  if (radius !== undefined) rules.push(`:host(:not([data-small],[data-inside])) .window{border-radius:${radius}px}`);
  return rules.join('\n');
}
