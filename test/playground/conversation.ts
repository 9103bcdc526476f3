import type { Agent, MessageItem, TimelineItem } from '../../src/domain';
import { mara, messageItem, ownItem, systemItem, theo } from '../support/ui-session';
import maraPhoto from './portraits/mara.svg?no-inline';
import theoPhoto from './portraits/theo.svg?no-inline';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const photo = (path: string) => new URL(path, location.href).href;
export const people = {
  mara: { ...mara, avatarUrl: photo(maraPhoto) } satisfies Agent,
  theo: { ...theo, avatarUrl: photo(theoPhoto) } satisfies Agent,
};

let days = 0;
export function day(at: number): TimelineItem {
  return { kind: 'day', key: `day-${++days}`, at };
}

/** Messages of one author, one after the other. */
export function group(messages: readonly MessageItem[]): MessageItem[] {
  return messages.map((message, index) => ({
    ...message,
    isFirstOfGroup: index === 0,
    isLastOfGroup: index === messages.length - 1,
  }));
}

export function own(at: number, ...texts: string[]): MessageItem[] {
  return group(texts.map((text, index) => ownItem(text, { at: at + index * 20_000, delivery: 'seen' })));
}

export function theirs(agent: Agent, at: number, ...texts: string[]): MessageItem[] {
  return group(texts.map((text, index) => messageItem({ text, authorId: agent.id, at: at + index * 20_000 })));
}

export function shortTalk(now: number): TimelineItem[] {
  const at = now - 12 * MINUTE;
  return [
    day(at),
    ...own(at, 'Hello, my rear derailleur skips under load. Could you have a look at it this week?'),
    systemItem('agent_joined', { agent: 'Mara Okafor' }, { at: at + MINUTE }),
    ...theirs(
      people.mara,
      at + 2 * MINUTE,
      'Good afternoon, and thank you for writing.',
      'That sounds like a worn chain or a bent hanger. We can check both while you wait.',
    ),
    ...own(at + 6 * MINUTE, 'Perfect. Would Thursday after five work?'),
  ];
}

export function longTalk(now: number): TimelineItem[] {
  const lastWeek = now - 6 * DAY;
  const yesterday = now - DAY;
  return [
    day(lastWeek),
    ...own(lastWeek, 'Do you still have the Tidewater frame in 56?'),
    systemItem('agent_joined', { agent: 'Theo Lindqvist' }, { at: lastWeek + MINUTE }),
    ...theirs(
      people.theo,
      lastWeek + 2 * MINUTE,
      'We do, in fog grey and in harbour blue.',
      'Sizes and weights are here: https://harbour.example/bikes/tidewater?size=56#geometry',
    ),
    ...own(lastWeek + 4 * MINUTE, 'Thanks!'),
    systemItem('routing.archived_inactive', { duration: '20' }, { at: lastWeek + 26 * MINUTE }),
    day(yesterday),
    ...own(yesterday, 'One more question about it.', 'Is the bottom bracket threaded?'),
    ...theirs(people.mara, yesterday + 3 * MINUTE, 'It is, T47.'),
    systemItem('manual_archived_customer', { customer: 'Visitor' }, { at: yesterday + 8 * MINUTE, isOwn: true }),
    ...shortTalk(now),
    systemItem('chat_transferred', { initiator: 'Mara Okafor', targets: 'Theo Lindqvist' }, { at: now - 5 * MINUTE }),
    ...theirs(
      people.theo,
      now - 4 * MINUTE,
      'Hi, Theo from the workshop.\nThursday works. Come by any time between 17:00 and 18:30, and bring:\n\n– the bike\n– the old cassette, if you kept it',
      'Call us on tel:+15550123456 or write to workshop@harbour.example should you be late.',
    ),
    ...own(now - 2 * MINUTE, 'Great 👍', 'See you on Thursday.'),
  ];
}

export function manyMessages(now: number, count: number): TimelineItem[] {
  const start = now - count * MINUTE;
  return [
    day(start),
    ...Array.from({ length: count / 2 }, (_, index) => {
      const at = start + 2 * index * MINUTE;
      return index % 2
        ? theirs(people.mara, at, `Answer ${index}: ${'and so on, '.repeat(index % 7)}as agreed.`, `Line ${index}.`)
        : own(at, `Question ${index}`, 'And one line more about it.');
    }).flat(),
  ];
}

export function strangeTexts(now: number): TimelineItem[] {
  const at = now - 20 * MINUTE;
  const longName: Agent = people.mara;
  return [
    day(at),
    ...own(at, 'W'.repeat(400), 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'),
    ...theirs(
      longName,
      at + MINUTE,
      `https://harbour.example/${'very-long-path/'.repeat(14)}?q=${'x'.repeat(80)}`,
      '🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲',
      'مرحبا، هل يمكنني إحضار دراجتي يوم الخميس؟ رقم الطلب 4711 (Tidewater).',
      'שלום, האופניים מוכנים ב־17:00.',
    ),
    ...own(at + 4 * MINUTE, 'Z̷̨͕͚̟̈́̈́͑a̸̡͙͎͛̅̒l̴̛͉̮͕̓͂g̶̛̪͓̱̔͠o̵͚̞͋͋̕ and ‮override‬ stay inside.', 'http://2130706433/ and https://аpple.example/'),
    systemItem(
      'agent_left',
      { agent: 'Мария-Александра Константинопольская-Преображенская фон Лангенхаген' },
      { at: at + 6 * MINUTE },
    ),
    systemItem(
      'made_up_by_an_app',
      { what: 'Order 4711' },
      { at: at + 7 * MINUTE, text: '%what% was handed to the courier' },
    ),
  ];
}
