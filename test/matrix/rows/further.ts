import { type Cast, forAll, inThread, inWords } from '../cast';
import { card } from './event-types';
import { both, type Row } from './row';

/** 6.1–6.4: names that stood in a comment of 2019, because nobody knew where to put them. */

async function presses(cast: Cast): Promise<void> {
  await cast.mara.ask('send_event', { chat_id: cast.chatId, event: { ...card, ...forAll(cast) } });
  const shown = await cast.mara.hears('incoming_event', ({ event }) => event.type === 'rich_message');
  await cast.presses(shown.event.id, 'remind');
}

const toTheo = (cast: Cast) =>
  cast.mara.ask('multicast', {
    ...inWords<object>(
      cast,
      { scopes: { agents: { ids: ['theo@harbour.example', 'mara@harbour.example'] } } },
      { recipients: { agents: { ids: ['theo@harbour.example', 'mara@harbour.example'] } } },
    ),
    content: { note: 'Lunch' },
    type: 'house',
  });

const postback = {
  name: 'incoming_rich_message_postback',
  push: both('incoming_rich_message_postback'),
  cause: presses,
  tells: (cast: Cast) => ({
    ...inThread(cast),
    user_id: cast.customerId,
    postback: { id: 'remind', toggled: true },
  }),
  has: () => ['event_id'],
};

export const further: readonly Row[] = [
  { ...postback, id: '6.1', side: 'agent', console: 'what the visitor has pressed' },
  { ...postback, id: '6.2', side: 'customer', widget: 'the button, pressed' },
  {
    id: '6.3',
    name: 'incoming_multicast',
    side: 'agent',
    push: both('incoming_multicast'),
    cause: toTheo,
    tells: () => ({ author_id: 'mara@harbour.example', content: { note: 'Lunch' }, type: 'house' }),
    console: 'a notice',
  },
  {
    id: '6.4',
    name: 'incoming_multicast',
    side: 'customer',
    push: both('incoming_multicast'),
    // Agents of today cannot address customers; the service can.
    cause: (cast) =>
      cast.version === '3.0'
        ? cast.mara.ask('multicast', { scopes: { customers: { ids: [cast.customerId] } }, content: { sale: true } })
        : cast.control('multicast-customers', { customer_ids: [cast.customerId], content: { sale: true } }),
    tells: () => ({ content: { sale: true } }),
    widget: 'nothing; the page is told, and may know what it means',
  },
];
