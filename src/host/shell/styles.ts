import { make } from './dom';

/*
 * Rules for our own nodes in the page's tree are `!important` where the page must not reach: between trees, the important
 * rule of the inner one wins. `right`, `bottom` and `display` of the container are not, since pages move and hide it.
 * `caption-side` does nothing here, and tells us whether a reset of the page (`all`) swept our rules away. No line ends in
 * it: each would be two bytes for every page.
 */
export const css = `\
:host([data-state]){caption-side:bottom;display:block;position:fixed!important;inset:auto 24px 24px auto;z-index:2147483639!important;width:60px!important;height:60px!important;margin:auto 0 0!important;padding:0!important;border:0!important;transform:none!important;filter:none!important;max-width:none!important;transition:none!important;pointer-events:none!important;visibility:visible!important}\
:host([data-pinned]){inset:auto 24px 24px auto!important}\
:host([data-state=hidden]){visibility:hidden!important}\
:host([data-state=maximized]){top:24px!important;width:min(392px,100vw - 48px)!important;height:auto!important;max-height:756px!important}\
:host([data-small]){right:16px;bottom:16px}\
:host([data-small][data-state=maximized]){inset:0!important;width:auto!important;max-height:none!important}\
::slotted(*){all:initial!important;visibility:inherit!important;position:absolute!important;inset:0!important;width:100%!important;height:100%!important;color-scheme:light dark!important}\
.window,.launcher{all:initial;visibility:inherit;font:15px system-ui}\
.window{position:absolute;right:0;bottom:76px;width:min(392px,100vw - 48px);height:min(680px,100vh - 124px);overflow:hidden;border-radius:16px;background:Canvas;box-shadow:0 4px 24px #0006;outline:1px solid #0002;color-scheme:light dark;visibility:hidden;opacity:0;transform:translateY(16px);transition:opacity .16s,transform .16s,visibility .16s}\
:host([data-state=maximized]) .window{inset:0 0 76px;width:auto;height:auto;visibility:inherit;opacity:1;transform:none;transition-property:opacity,transform}\
:host([data-small][data-state=maximized]) .window{bottom:0;border-radius:0}\
:host([data-small][data-state=maximized]) .launcher{margin:16px}\
.cover *{all:unset}\
.launcher,.cover *{padding:14px;border-radius:30px}\
.launcher,.cover :not(p){border:2px solid #fff3;background:#0f5c6e;color:#fff;cursor:pointer}\
.launcher{position:absolute;right:0;bottom:0;width:28px;box-shadow:0 4px 24px #0006}\
.launcher:active{opacity:.8}\
:focus-visible{outline:2px solid #fff!important;box-shadow:0 0 0 5px #0f5c6e!important}\
svg{display:block;fill:none;stroke:currentColor;stroke-width:2}\
.badge{position:absolute;top:-8px;right:-8px;padding:0 7px;border-radius:30px;background:#c8102e;color:#fff;font:700 12px/20px system-ui}\
.badge:empty,:host([data-app=mounted]) .cover,:host([data-app=loading]) .cover :not(p){display:none}\
.cover{position:absolute;inset:0;display:grid;gap:16px;place-content:center;text-align:center;box-shadow:inset 0 68px #0f5c6e,inset 0 -68px #8882}\
@media(prefers-reduced-motion){*{transition:none!important;animation:none!important}}\
@media print{:host{display:none!important}}`;

/** Constructed style sheets pass the strictest policy. Browsers without them get an element, with the page's nonce. */
export function addStyles(root: ShadowRoot, text: string, nonce: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } catch {
    root.append(make('style', { nonce }, text));
  }
}
