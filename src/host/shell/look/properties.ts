/** What a page may say in its own style sheet, on `#chat-widget-container` or above it: names and keys, for good. */
const PROPERTIES = {
  '--natter-accent': 'cta_color',
  '--natter-header': 'titlebar_background_color',
  '--natter-on-header': 'titlebar_text',
  '--natter-page': 'background_color',
  '--natter-agent-bubble': 'agent_message_color_background',
  '--natter-on-agent-bubble': 'agent_message_color_text',
  '--natter-own-bubble': 'visitor_message_color_background',
  '--natter-on-own-bubble': 'visitor_message_color_text',
  '--natter-system': 'system_message_color',
  '--natter-launcher': 'minimized_color_background',
  '--natter-on-launcher': 'minimized_color_icon',
  '--natter-radius': 'radius',
  '--natter-font': 'font',
} as const;

/** As keys of a look. Read when one is put on: a page that changes them later says so by `set_look`. */
export function readProperties(box: HTMLElement): Record<string, string> {
  // A page's rules are for a box that is in it. Nothing is painted meanwhile.
  const isGuest = !box.isConnected;
  if (isGuest) document.body?.append(box);
  const from = getComputedStyle(box);
  const found = Object.entries(PROPERTIES)
    .map(([property, key]) => [key, from.getPropertyValue(property).trim()] as const)
    .filter(([, value]) => value);
  if (isGuest) box.remove();
  return Object.fromEntries(found);
}
