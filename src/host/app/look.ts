import type { Diagnostics } from '../../domain';
import { createLookSheet, type WindowLook, type WindowTokens } from '../../ui';

const sheets = new WeakMap<Document | ShadowRoot, (look: WindowLook) => void>();

/** Before anything is drawn, and whenever account or page say something else. */
export function putOnLook(look: unknown, diagnostics?: Pick<Diagnostics, 'report'>): void {
  // In a package we draw in a shadow root of the page; else the document is ours.
  const scope = document.querySelector('#chat-widget')?.shadowRoot ?? document;
  const putOn = sheets.get(scope) ?? createLookSheet(scope);
  sheets.set(scope, putOn);
  putOn(readLook(look));
  const { wrong } = Object(look) as { readonly wrong?: unknown };
  if (Array.isArray(wrong) && wrong.length > 0) diagnostics?.report('look left out', wrong.map(String).join());
}

/** It came from another realm and becomes a style sheet: nothing but numbers and what is quoted gets into it. */
export function readLook(look: unknown): WindowLook {
  const from = Object(look) as Readonly<Record<string, unknown>>;
  const { variant, radius, font, logo } = from;
  return {
    variant: variant === 'light' || variant === 'dark' ? variant : 'auto',
    light: readTokens(from['light']),
    dark: readTokens(from['dark']),
    radius: typeof radius === 'number' && radius >= 0 && radius <= 32 ? radius : undefined,
    font: typeof font === 'string' && /^[\w\s,"'-]{1,200}$/.test(font) ? font : undefined,
    logo: typeof logo === 'string' && /^https:\/\/[^\s"'()<>\\]+$/.test(logo) ? logo : undefined,
    hasPhotos: from['hasPhotos'] !== false,
    isInside: from['isInside'] === true,
  };
}

function readTokens(tokens: unknown): WindowTokens {
  const isByte = (part: unknown) => Number.isInteger(part) && Number(part) >= 0 && Number(part) <= 255;
  return new Map(
    Object.entries(Object(tokens) as Readonly<Record<string, unknown>>)
      .filter(
        ([name, value]) =>
          /^[a-z-]{2,20}$/.test(name) && Array.isArray(value) && value.length === 3 && value.every(isByte),
      )
      .map(([name, value]) => [name, `rgb(${(value as readonly number[]).join(',')})`]),
  );
}
