/** What the scripted agent shows on demand, so that every kind of event can be seen without a person at the desk. */

export interface Trick {
  /** What it does before, each with the chat's id. */
  readonly before?: readonly (readonly [action: string, payload: object])[];
  readonly event: object;
}

const button = (text: string, more: object) => ({ type: 'message', text, value: text, user_ids: [], ...more });

const bike = (title: string, subtitle: string, id: string) => ({
  title,
  subtitle,
  buttons: [
    button('Reserve it', { postback_id: `reserve_${id}` }),
    button('More about it', {
      type: 'url',
      value: `https://harbour.example/bikes/${id}`,
      target: 'new',
      postback_id: `open_${id}`,
    }),
  ],
});

const CARDS = {
  type: 'rich_message',
  template_id: 'cards',
  elements: [
    bike('Pier 3', 'A city bike for every day, from 649', 'pier-3'),
    bike('Longshore', 'For longer rides, from 1,190', 'longshore'),
    bike('Harbour Tourer', 'Steel frame, fourteen gears', 'harbour-tourer'),
  ],
};

const REPLIES = {
  type: 'rich_message',
  template_id: 'quick_replies',
  elements: [
    {
      title: 'Is it about a repair or a new bike?',
      buttons: [button('A repair', { postback_id: 'kind_repair' }), button('A new bike', { postback_id: 'kind_bike' })],
    },
  ],
};

const FORM = {
  type: 'form',
  form_id: 'pip-email',
  form_type: 'ask_for_email',
  fields: [
    { type: 'email', id: 'email', label: 'Where can we reach you?', required: true },
    {
      type: 'radio',
      id: 'time',
      label: 'Best time',
      required: false,
      options: [
        { id: '0', label: 'Morning' },
        { id: '1', label: 'Evening' },
      ],
    },
  ],
};

const message = (text: string, custom_id: string) => ({ type: 'message', text, custom_id });

const TRICKS: ReadonlyMap<string, Trick> = new Map<string, Trick>([
  ['cards', { event: CARDS }],
  ['replies', { event: REPLIES }],
  ['form', { event: FORM }],
  ['custom', { event: { type: 'custom', content: { kind: 'stock_card', sku: 'PIER-3', in_stock: 2 } } }],
  [
    'think',
    {
      before: [
        [
          'send_thinking_indicator',
          { title: 'Looking it up', description: 'Asking the workshop', custom_id: 'pip-thought' },
        ],
      ],
      event: message('The workshop has a place on Tuesday.', 'pip-thought'),
    },
  ],
  [
    'preview',
    {
      before: ['We have', 'We have two of them', 'We have two of them, both'].map((text) => [
        'send_event_preview',
        { event: message(text, 'pip-preview') },
      ]),
      event: message('We have two of them, both in blue.', 'pip-preview'),
    },
  ],
]);

/** One word, and nothing else, so that nobody gets a trick in place of an answer. */
export const trickFor = (text: string): Trick | undefined => TRICKS.get(text.trim().toLowerCase());
