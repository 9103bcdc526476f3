import type { ToApp } from '../contract';
import { complain } from '../report';
import type { LineHost } from '../window/host';

/**
 * `custom_renderer` of the page, in the page's own realm: from the content of a custom event to what is to be seen of it,
 * now or later. What it answers is copied, but for an element where we are in the page ourselves.
 */
export function createRenderer({ settings, script }: LineHost, tell: (message: ToApp) => void) {
  return async ({ id, content }: { readonly id: number; readonly content: unknown }): Promise<void> => {
    try {
      const view: unknown = await (settings.given['custom_renderer'] as (content: unknown) => unknown)(content);
      const { element } = Object(view) as { readonly element?: unknown };
      const isOurs = script.loadApp !== undefined && script.src === '' && element instanceof HTMLElement;
      const answer: unknown = isOurs ? { element } : JSON.parse(JSON.stringify(view ?? null));
      tell({ type: 'call', name: 'custom', payload: { id, view: answer } });
    } catch (error) {
      complain('custom_renderer:', String(error));
    }
  };
}
