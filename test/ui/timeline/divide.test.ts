import { describe, expect, it } from 'vitest';
import type { ThreadId, TimelineItem } from '../../../src/domain';
import { enLog } from '../../../src/ui/i18n/en-log';
import { createWords } from '../../../src/ui/i18n/words';
import { divide } from '../../../src/ui/timeline/divide';
import { messageItem, messageOf, systemItem } from '../../support/ui-session';

const words = createWords('en', enLog);

function said(text: string, thread: string, given: Partial<ReturnType<typeof messageItem>> = {}) {
  const item = messageItem({ text, key: text, ...given });
  return { ...item, event: { ...messageOf(item), threadId: thread as ThreadId } };
}
const day: TimelineItem = { kind: 'day', key: 'day', at: 0 };
const shown = (rows: readonly TimelineItem[]) =>
  rows.map((row) => ('label' in row ? `— ${String(row.label)}` : row.kind === 'message' ? row.text : row.kind));

describe('lines across the log', () => {
  it('stand where a new conversation begins, above the name of its day', () => {
    const rows = divide(
      [day, said('a', 'T1'), { ...day, key: 'day2' }, said('b', 'T2'), said('c', 'T2')],
      undefined,
      words,
    );
    expect(shown(rows)).toEqual(['day', 'a', '— New conversation', 'day', 'b', 'c']);
  });

  it('stand above the first message that nobody has seen', () => {
    const rows = divide([said('a', 'T1'), said('b', 'T1')], 'b', words);
    expect(shown(rows)).toEqual(['a', '— New', 'b']);
  });

  it('end a group, so that who is on the other side is named again', () => {
    const grouped = [
      said('a', 'T1', { isLastOfGroup: false }),
      said('b', 'T2', { isFirstOfGroup: false, isLastOfGroup: false }),
      said('c', 'T2', { isFirstOfGroup: false }),
    ];
    expect(divide(grouped, undefined, words)).toMatchObject([
      { text: 'a', isLastOfGroup: true },
      { label: 'New conversation' },
      { text: 'b', isFirstOfGroup: true, isLastOfGroup: false },
      { text: 'c', isFirstOfGroup: false },
    ]);
  });

  it('are the same objects the next time, and so is the list if there are none', () => {
    const items = [said('a', 'T1'), said('b', 'T2', { isFirstOfGroup: false })];
    expect(divide(items, 'b', words).map((row, index) => row === divide(items, 'b', words)[index])).not.toContain(
      false,
    );
    const plain = [said('a', 'T1'), systemItem('agent_joined'), messageItem({ text: 'On its way' })];
    expect(divide([plain[0]!], undefined, words)).toHaveLength(1);
    const one = [plain[0]!];
    expect(divide(one, undefined, words)).toBe(one);
  });
});
