import theme from './tokens.css?raw';

/** Names of custom properties of the theme, without `--natter-`, and colours as CSS writes them. */
export type WindowTokens = ReadonlyMap<string, string>;

/** How account and page want the window to look. Whoever makes it has looked at every value: it becomes a style sheet. */
export interface WindowLook {
  /** `auto` follows the system. */
  readonly variant: 'light' | 'dark' | 'auto';
  readonly light: WindowTokens;
  readonly dark: WindowTokens;
  /** In CSS pixels. */
  readonly radius: number | undefined;
  readonly font: string | undefined;
  readonly logo: string | undefined;
  readonly hasPhotos: boolean;
  readonly isInside: boolean;
}

const [lightBlock = '', darkBlock = ''] = theme.split('@media (prefers-color-scheme: dark)');
const usualDark = declarations(darkBlock.split('@media')[0] ?? '');
/** Only what is another in the dark. */
const usualLight = new Map([...declarations(lightBlock)].filter(([name]) => usualDark.has(name)));

function declarations(css: string): WindowTokens {
  return new Map(
    [...css.matchAll(/--natter-([\w-]+):([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]),
  );
}

/** A style sheet over all others, to be written anew with each look. */
export function createLookSheet(scope: Document | ShadowRoot): (look: WindowLook) => void {
  let write: (css: string) => void;
  try {
    const sheet = new CSSStyleSheet();
    scope.adoptedStyleSheets = [...scope.adoptedStyleSheets, sheet];
    write = (css) => {
      sheet.replaceSync(css);
      // Again the last: others have come since.
      scope.adoptedStyleSheets = [...scope.adoptedStyleSheets.filter((other) => other !== sheet), sheet];
    };
  } catch {
    // Safari before 16.4.
    const style = document.createElement('style');
    ('head' in scope ? scope.head : scope).append(style);
    write = (css) => style.replaceChildren(css);
  }
  return (look) => write(cssOf(look));
}

/** Stronger by one class than the theme, which may come later. */
export function cssOf({ variant, light, dark, radius, font, logo, hasPhotos, isInside }: WindowLook): string {
  const rules = [
    variant === 'dark'
      ? block(new Map([...usualDark, ...dark]))
      : block(variant === 'light' ? new Map([...usualLight, ...light]) : light),
    variant === 'auto' && `@media (prefers-color-scheme:dark){${block(dark)}}`,
    variant !== 'auto' && `.natter.natter{color-scheme:${variant}}`,
    radius !== undefined && `.natter.natter{--natter-radius:${radius}px}`,
    font && `.natter.natter{--natter-font:${font},system-ui,sans-serif}`,
    light.has('photo') &&
      '.natter .header .avatar:not(.is-us){background:var(--natter-photo);color:var(--natter-on-photo)}',
    light.has('on-header-small') && '.natter .who p{color:var(--natter-on-header-small);opacity:1}',
    light.has('agent-bubble') && bubble('.is-theirs', 'agent-bubble'),
    light.has('own-bubble') && bubble('.is-own', 'own-bubble'),
    light.has('system') && '.natter .note,.natter .day{color:var(--natter-system)}',
    light.has('page') && '.natter .job-title{opacity:1}',
    logo &&
      `.natter.natter .avatar.is-us{background:url("${logo}") center/contain no-repeat}.natter .avatar.is-us .icon{display:none}`,
    !hasPhotos && '.natter .photo-place,.natter .photos{display:none}',
    isInside && '.natter .header>.icon-button:last-child{display:none}',
  ];
  return rules.filter(Boolean).join('\n');
}

const bubble = (who: string, name: string) =>
  `.natter ${who}>.line>.bubble{background:var(--natter-${name});color:var(--natter-on-${name})}`;

const block = (tokens: WindowTokens) =>
  tokens.size > 0 ? `.natter.natter{${[...tokens].map(([name, value]) => `--natter-${name}:${value}`).join(';')}}` : '';
