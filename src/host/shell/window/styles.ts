/** What is needed as soon as there is an iframe. The first part of the rules is `../styles`. */
export const css = `
.window{overscroll-behavior:contain}
:host([data-small]) .window{width:100vw;height:100vh}
::slotted(iframe){width:100%!important;height:100%!important;border:0!important;color-scheme:light dark!important}
:host([data-small][data-state=maximized]) .window{padding:env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left)}
:host([data-small][data-state=maximized][data-app=mounted]) .launcher{display:none}`;
