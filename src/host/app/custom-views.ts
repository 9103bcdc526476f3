import { effect, type Signal, signal } from '@preact/signals-core';
import type { CustomView, CustomViews } from '../../ui';
import type { AppBridge, AppCall } from '../shell/contract';

// Of as many contents the answer is remembered.
const MOST_KNOWN = 500;
const LONGEST_TEXT = 2_000;
const LONGEST_URL = 2_000;
const MOST_LINKS = 10;

/**
 * The page says how custom events look: it is asked over the bridge, once for each content, and nothing is shown before it
 * has answered. What makes no sense is shown as nothing.
 */
export function createCustomViews({ send }: Pick<AppBridge, 'send'>, calls: Signal<readonly AppCall[]>): CustomViews {
  const known = new Map<string, Signal<CustomView | undefined>>();
  const waiting = new Map<number, Signal<CustomView | undefined>>();
  let last = 0;

  // It lives as long as the document.
  effect(() => {
    const mine = calls.value.filter(({ name }) => name === 'custom');
    if (mine.length === 0) return;
    calls.value = calls.value.filter(({ name }) => name !== 'custom');
    for (const { payload } of mine) {
      const { id, view } = Object(payload) as { readonly id: number; readonly view: unknown };
      const place = waiting.get(id);
      if (place) place.value = readView(view);
      waiting.delete(id);
    }
  });

  return (content) => {
    const key = JSON.stringify(content) ?? '';
    let view = known.get(key);
    if (!view) {
      if (known.size >= MOST_KNOWN) known.delete(known.keys().next().value as string);
      view = signal<CustomView | undefined>(undefined);
      known.set(key, view);
      last += 1;
      waiting.set(last, view);
      const id = last;
      // Whoever asks is drawing.
      queueMicrotask(() => send({ type: 'custom', id, content }));
    }
    return view.value;
  };
}

/** Of an answer as the page gave it: what can be shown. */
function readView(given: unknown): CustomView | undefined {
  const { element, title, text, links } = Object(given) as Readonly<Record<string, unknown>>;
  if (element instanceof HTMLElement) return { element };
  const view = {
    ...(isText(title) && { title: title.slice(0, LONGEST_TEXT) }),
    ...(isText(text) && { text: text.slice(0, LONGEST_TEXT) }),
    ...(Array.isArray(links) && { links: links.slice(0, MOST_LINKS).flatMap(readLink) }),
  };
  return Object.keys(view).length > 0 ? view : undefined;
}

function readLink(given: unknown): { readonly text: string; readonly url: string }[] {
  const { text, url } = Object(given) as Readonly<Record<string, unknown>>;
  return isText(text) && isText(url) && url.length <= LONGEST_URL ? [{ text: text.slice(0, LONGEST_TEXT), url }] : [];
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
