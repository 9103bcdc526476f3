import { effect, untracked } from '@preact/signals-core';
import type { Message, RichMessage } from '../../domain';
import { authorName } from '../i18n/names';
import { cleanLine } from '../text/clean-line';
import type { Ui } from '../ui-context';

const LONGEST = 300;

/** Reads out what is said before the chat, once it stands in an open window, and again if it is another one. */
export function sayWelcome({ session, rest, host, words }: Pick<Ui, 'session' | 'rest' | 'host' | 'words'>) {
  let said: string | undefined;
  return effect(() => {
    const welcome = session.rest.value?.welcome.value;
    if (!welcome || !host.isOpen.value) return;
    const text = textOf(welcome);
    if (text === said) return;
    said = text;
    const author = untracked(() => authorName(session, words, welcome.authorId));
    rest.part.peek()?.announcer.say(words.t('announce.message', { author, text }));
  });
}

function textOf(welcome: Message | RichMessage): string {
  if (welcome.kind === 'message') return cleanLine(welcome.text, LONGEST);
  const lines = welcome.elements.flatMap(({ title, subtitle }) => [title, subtitle]);
  return cleanLine(lines.filter(Boolean).join('. '), LONGEST);
}
