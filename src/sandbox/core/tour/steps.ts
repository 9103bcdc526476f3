/** Everything that an agent, or an app in its name, can put into a chat, one after the other. */

/** One request to the Agent API, without the chat's id. */
export type Request = readonly [action: string, payload: object];

export interface Step {
  /** What is said about it before. */
  readonly title: string;
  readonly requests: readonly Request[];
}

/** Addresses of what was uploaded; none where that was not possible. */
export interface TourFiles {
  readonly picture?: string | undefined;
  readonly document?: string | undefined;
}

export const tourSteps = ({ picture, document }: TourFiles): readonly Step[] => [
  step('A plain message', message('That is all there is to it: text, with an emoji 🚲')),
  step('A formatted message', message(MARKDOWN, { chats: { formatting: 'commonmark' } })),
  step('A link with a preview', message(`See ${SHOP}`, { url_details: { title: 'Touring bikes', ...about(picture) } })),
  ...(document === undefined ? [] : [step('A file', event({ type: 'file', url: document }))]),
  ...(picture === undefined
    ? []
    : [step('A picture', event({ type: 'file', url: picture, alternative_text: 'The harbour in the evening' }))]),
  step('A card', rich('cards', [{ ...card('Spring tune-up', 'tune-up', picture), buttons: EVERY_BUTTON }])),
  step(
    'A carousel',
    rich(
      'cards',
      BIKES.map((name) => card(name, name.toLowerCase(), picture)),
    ),
  ),
  step(
    'Quick replies',
    rich('quick_replies', [{ title: 'What do you ride?', buttons: RIDES.map((text) => says(text)) }]),
  ),
  ...(picture === undefined ? [] : [step('A sticker', rich('sticker', [{ image: imageOf(picture) }]))]),
  step('A product', rich('ecommerce', [PRODUCT])),
  step('A form', event(form('pip-tour', 'ask_for_email', FIELDS))),
  step(
    'Somebody thinks',
    [
      'send_thinking_indicator',
      { title: 'Looking it up', description: 'Asking the workshop', custom_id: 'tour-thought' },
    ],
    event({ type: 'message', text: 'The workshop has a place on Tuesday.', custom_id: 'tour-thought' }),
  ),
  step('An answer while it is written', ...preview('We have two of them, both in blue, and one in sand.')),
  step('A translation', message('Wir haben sie gefunden.', { translation: TRANSLATION })),
  step('A system message', event(NOTICE)),
  step(
    'Something for the page only',
    event({ type: 'custom', content: { kind: 'stock_card', sku: 'PIER-3', in_stock: 2 } }),
  ),
  step('A question for a rating', event(form('pip-rating', 'postchat', [RATING]))),
];

const SHOP = 'https://harbour.example/bikes/touring';
const BIKES = ['Harbour Tourer', 'Quay Folder', 'Dock Cargo'];
const RIDES = ['To work', 'For fun', 'With children'];
const MARKDOWN = '**Bold**, *italic*, `code`, and a list:\n\n1. Pump the tyres\n2. Oil the chain\n\n> Then ride.';
const TRANSLATION = { target_message: 'We have found it.', source_lang_code: 'de', target_lang_code: 'en' };

function step(title: string, ...requests: readonly Request[]): Step {
  return { title, requests };
}

const event = (body: object): Request => ['send_event', { event: body }];
const message = (text: string, properties?: object) =>
  event({ type: 'message', text, ...(properties && { properties }) });
const rich = (template_id: string, elements: readonly object[]) =>
  event({ type: 'rich_message', template_id, elements });
const form = (form_id: string, form_type: string, fields: readonly object[]) => ({
  type: 'form',
  form_id,
  form_type,
  fields,
});

function preview(text: string): readonly Request[] {
  const words = text.split(' ');
  const soFar = (count: number) => ({
    type: 'message',
    text: words.slice(0, count).join(' '),
    custom_id: 'tour-preview',
  });
  return [
    ...words.slice(1).map((_, at): Request => ['send_event_preview', { event: soFar(at + 1) }]),
    event(soFar(words.length)),
  ];
}

const button = (text: string, more: object) => ({
  text,
  postback_id: `tour_${text.toLowerCase()}`,
  user_ids: [],
  ...more,
});
const says = (text: string) => button(text, { type: 'message', value: text });
const EVERY_BUTTON = [
  says('Book it'),
  button('What is included', { type: 'url', value: 'https://harbour.example/workshop', target: 'new' }),
  button('Call us', { type: 'phone', value: '+351210000000' }),
  button('Pick a date', { type: 'webview', value: 'https://harbour.example/slots', webview_height: 'tall' }),
];

const imageOf = (url: string) => ({
  url,
  name: 'harbour.png',
  content_type: 'image/png',
  alternative_text: 'The harbour',
});
const about = (url: string | undefined) => ({
  description: 'Steel frames and fourteen gears',
  url: SHOP,
  ...(url && { image_url: url }),
});

function card(title: string, id: string, picture: string | undefined) {
  return {
    title,
    subtitle: 'Ready on Thursday',
    ...(picture !== undefined && { image: imageOf(picture) }),
    buttons: [button(`More about ${id}`, { type: 'message', value: `Tell me more about ${title}` })],
  };
}

const option = (label: string, color: string, available: boolean) => ({
  option_id: label,
  label,
  color,
  available,
  price: '649.00',
  currency: 'EUR',
  selected: label === 'Blue',
});
const PRODUCT = {
  title: 'Harbour Tourer',
  subtitle: 'Choose a colour',
  ecommerce: {
    view_type: 'swatch',
    product_id: 'tourer-54',
    label: 'Colour',
    options: [option('Blue', '#1f4fa3', true), option('Green', '#2f7d4f', true), option('Sand', '#c9b28a', false)],
  },
  buttons: [says('Put it in the basket')],
};

const FIELDS = [
  { type: 'name', id: 'name', label: 'Your name', required: false },
  { type: 'email', id: 'email', label: 'Where can we reach you?', required: true },
  {
    type: 'radio',
    id: 'time',
    label: 'Best time',
    required: false,
    options: ['Morning', 'Evening'].map((label, at) => ({ id: String(at), label })),
  },
];
const RATING = {
  type: 'rating',
  id: 'rating',
  label: 'How was the tour?',
  required: false,
  comment_label: 'What was missing?',
};
const NOTICE = {
  type: 'system_message',
  system_message_type: 'workshop_notice',
  text: 'The workshop closes at %hour% today',
  text_vars: { hour: '18:00' },
};
