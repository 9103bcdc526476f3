import { focusedIn } from './focus';

const CONTROLS = 'a[href],button,input,textarea';

export function controlsIn(layer: Element | null): HTMLElement[] {
  return Array.from(layer?.querySelectorAll<HTMLElement>(CONTROLS) ?? []);
}

/** The Tab key goes round in a layer that covers what is behind it. True if it was one. */
export function holdTab(event: KeyboardEvent, layer: Element | null): boolean {
  if (event.key !== 'Tab') return false;
  const all = controlsIn(layer).filter((control) => !control.hidden);
  const next = all.indexOf(focusedIn(layer) as HTMLElement) + (event.shiftKey ? -1 : 1);
  event.preventDefault();
  all.at(next % all.length)?.focus();
  return true;
}
