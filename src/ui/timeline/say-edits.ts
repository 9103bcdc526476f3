import { effect } from '@preact/signals-core';
import { cleanLine } from '../text/clean-line';
import type { Ui } from '../ui-context';

const LONGEST = 300;

/** Reads out a message anew that has changed before one's eyes. What changed elsewhere is found where it is read. */
export function sayEdits({ rest, host, list, words }: Pick<Ui, 'rest' | 'host' | 'list' | 'words'>): () => void {
  let texts: ReadonlyMap<string, string> = new Map();

  function isSeen(key: string): boolean {
    const rows = Array.from((list.current?.children ?? []) as HTMLCollectionOf<HTMLElement>);
    const row = rows.find(({ dataset }) => dataset['key'] === key)?.getBoundingClientRect();
    const view = list.current?.closest('.log')?.getBoundingClientRect();
    return host.isOpen.peek() && !!row && !!view && row.top < view.bottom && row.bottom > view.top;
  }

  return effect(() => {
    const part = rest.part.value;
    const now = new Map<string, string>();
    for (const item of part?.items.value ?? []) {
      if (item.kind !== 'message') continue;
      const before = texts.get(item.key) ?? item.text;
      if (item.event?.isEdited && before !== item.text && isSeen(item.key))
        part?.announcer.say(words.t('announce.edited', { text: cleanLine(item.text, LONGEST) }));
      now.set(item.key, item.text);
    }
    texts = now;
  });
}
