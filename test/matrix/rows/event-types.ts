import { type Cast, forAll, inThread, inWords } from '../cast';
import type { Json } from '../person';
import { both, type Row } from './row';

/** E1–E12: the six types that both sides know, each as agents get it and as the customer does. */

const message = { type: 'message', text: 'Does it come with lights?' };
const note = { type: 'system_message', system_message_type: 'order_looked_up', text: 'The order was looked up.' };
const filledForm = {
  type: 'filled_form',
  form_id: '177245001',
  fields: [
    { type: 'name', id: '1', label: 'Your name', answer: 'Ines Duarte' },
    { type: 'radio', id: '2', label: 'What is it about?', answer: { id: '1', label: 'Buying a bike' } },
    { type: 'checkbox', id: '3', label: 'You ride', answers: [{ id: '0', label: 'To work' }] },
  ],
};
const custom = { type: 'custom', content: { kind: 'stock', sku: 'TOUR-BL-54', left: 2 } };
export const card = {
  type: 'rich_message',
  template_id: 'cards',
  elements: [
    {
      title: 'Harbour Tourer, blue',
      subtitle: 'Two left in the shop',
      buttons: [
        { text: 'Keep one for me', postback_id: 'keep', type: 'message', value: 'keep', user_ids: [] },
        { text: 'Remind me', postback_id: 'remind', user_ids: [] },
      ],
    },
  ],
};
const picture = { type: 'file', name: 'bike.png', content_type: 'image/png', width: 1, height: 1 };
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const sendPicture = (cast: Cast, by: 'ines' | 'mara') =>
  cast.sendFile(by, {
    name: 'bike.png',
    type: 'image/png',
    bytes: Uint8Array.from(atob(PIXEL), (letter) => letter.charCodeAt(0)),
  });

/** What stands in every event besides its own fields. */
const always = (cast: Cast) => ['event.id', ...inWords(cast, ['event.order', 'event.timestamp'], ['event.created_at'])];

interface Kind {
  readonly event: { readonly type: string };
  readonly isIt: (event: Json) => boolean;
  readonly has?: readonly string[];
}
const kinds = {
  message: { event: message, isIt: ({ text }) => text === message.text, has: ['author_id'] },
  'system message': { event: note, isIt: ({ type }) => type === note.type },
  'filled form': { event: filledForm, isIt: ({ type }) => type === filledForm.type, has: ['author_id'] },
  file: { event: picture, isIt: ({ type }) => type === picture.type, has: ['author_id', 'url', 'size'] },
  custom: { event: custom, isIt: ({ type }) => type === custom.type, has: ['author_id'] },
  'rich message': { event: card, isIt: ({ type }) => type === card.type, has: ['author_id'] },
} satisfies Readonly<Record<string, Kind>>;

function row(id: string, name: keyof typeof kinds, side: Row['side'], effect: Pick<Row, 'widget' | 'console'>): Row {
  const { event, isIt, has = [] }: Kind = kinds[name];
  return {
    id,
    name: `${name} (${side})`,
    side,
    push: both('incoming_event'),
    cause(cast) {
      if (name === 'file') return sendPicture(cast, side === 'agent' ? 'ines' : 'mara');
      const author = side === 'agent' ? cast.ines : cast.mara;
      return author.ask('send_event', { chat_id: cast.chatId, event: { ...forAll(cast), ...event } });
    },
    isIt: (payload) => isIt(payload.event),
    tells: (cast) => ({ ...inThread(cast), event }),
    has: (cast) => [...always(cast), ...has.map((key) => `event.${key}`)],
    ...effect,
  };
}

export const eventTypes: readonly Row[] = [
  row('E1', 'message', 'agent', { console: 'a bubble with author and time' }),
  row('E2', 'message', 'customer', { widget: 'a bubble on the agent’s side' }),
  row('E3', 'system message', 'agent', { console: 'a line in the middle' }),
  row('E4', 'system message', 'customer', { widget: 'a line in the middle' }),
  row('E5', 'filled form', 'agent', { console: 'questions and answers' }),
  row('E6', 'filled form', 'customer', { widget: 'a summary of the answers' }),
  row('E7', 'file', 'agent', { console: 'the name of the file, and a way to it' }),
  row('E8', 'file', 'customer', { widget: 'the picture, in a box of its size' }),
  row('E9', 'custom', 'agent', { console: 'its content, behind a disclosure' }),
  row('E10', 'custom', 'customer', {}),
  row('E11', 'rich message', 'agent', { console: 'the card; its buttons do nothing' }),
  row('E12', 'rich message', 'customer', { widget: 'the card, with buttons' }),
];
