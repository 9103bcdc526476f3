import type { Session, TimelineItem } from '../../domain';
import { dateIn } from '../i18n/date-in';
import { toText } from '../i18n/fill';
import { authorName } from '../i18n/names';
import type { Words } from '../i18n/words';

/** The conversation as plain text: who said what, and when. Nobody is asked for it. */
export function transcriptText(
  session: Pick<Session, 'users' | 'timeline' | 'rest'>,
  words: Words,
  now: number,
  noteOf: (words: Words, item: Extract<TimelineItem, { kind: 'system' }>) => Parameters<typeof toText>[0],
): string {
  // What was said before the chat is no part of it yet.
  const outside = session.rest.peek()?.welcome.peek()?.id;
  const lines = session.timeline.items.peek().flatMap((item): string[] => {
    if (outside && 'id' in item && item.id === outside) return [];
    if (item.kind === 'day') return ['', dateIn(words.language, item.at, now), ''];
    if (item.kind === 'system') return [`${words.time(item.at)}  ${toText(noteOf(words, item))}`];
    const author = item.isOwn ? words.t('common.you') : authorName(session, words, item.authorId);
    return [`${words.time(item.at)}  ${author}: ${item.kind === 'message' ? item.text : textOf(item.content)}`];
  });
  return `${lines.join('\r\n').trim()}\r\n`;
}

function textOf(content: Extract<TimelineItem, { kind: 'content' }>['content']): string {
  switch (content.kind) {
    case 'file':
      return `${content.name} ${content.url}`;
    case 'rich-message':
      return content.elements
        .flatMap(({ title, subtitle, buttons }) => [title, subtitle, ...buttons.map(({ text }) => `[${text}]`)])
        .filter(Boolean)
        .join(' ');
    case 'filled-form':
      return content.fields.map(({ label, answers }) => `${label} ${answers.join(', ')}`).join('; ');
    case 'form':
      return content.form.fields.map(({ label }) => label).join('; ');
    default:
      return '';
  }
}

/** Offers it to be saved, as a file made here. */
export function saveText(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken it by the next task.
  setTimeout(() => URL.revokeObjectURL(url));
}
