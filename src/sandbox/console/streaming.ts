import { signal } from '@preact/signals';
import type { Clock } from './clock';

export interface StreamOptions {
  readonly preview: (chatId: string, text: string, customId: string) => Promise<unknown>;
  readonly send: (chatId: string, text: string, customId: string) => Promise<unknown>;
  readonly newId: () => string;
  readonly clock: Clock;
}

const STEP_MS = 250;
const STEPS = 12;

/** Answers as an assistant does: the text grows before the customer's eyes, and then is sent under the same id. */
export function createStreaming({ preview, send, newId, clock }: StreamOptions) {
  /** What the customer sees of it, by chat. Agents are told nothing by the service. */
  const streams = signal<ReadonlyMap<string, string>>(new Map());

  function show(chatId: string, text: string | undefined) {
    const next = new Map(streams.peek());
    if (text === undefined) next.delete(chatId);
    else next.set(chatId, text);
    streams.value = next;
  }

  async function answer(chatId: string, text: string): Promise<unknown> {
    const customId = newId();
    try {
      for (const part of partsOf(text)) {
        await preview(chatId, part, customId);
        show(chatId, part);
        await new Promise<void>((resolve) => void clock.after(STEP_MS, resolve));
      }
      return await send(chatId, text, customId);
    } finally {
      show(chatId, undefined);
    }
  }

  return { streams, answer };
}

/** Longer and longer beginnings, cut between words. The whole text is the last. */
export function partsOf(text: string): readonly string[] {
  const words = text.split(/(?<=\s)/);
  const step = Math.max(1, Math.ceil(words.length / STEPS));
  const ends = words.map((_, at) => at + 1).filter((end) => end % step === 0 || end === words.length);
  return ends.map((end) => words.slice(0, end).join('').trimEnd()).filter(Boolean);
}
