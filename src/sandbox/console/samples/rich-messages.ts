/** Rich messages as an agent's application would send them. Pictures are addresses of the sandbox itself. */

const button = (text: string, postbackId: string, more: object = {}) => ({
  type: 'message',
  text,
  value: text,
  postback_id: postbackId,
  user_ids: [],
  ...more,
});

const image = (url: string | undefined, alt: string) =>
  url ? { image: { url, name: 'bike.png', content_type: 'image/png', alternative_text: alt } } : {};

export function card(picture: string | undefined) {
  return {
    type: 'rich_message',
    template_id: 'cards',
    elements: [
      {
        title: 'Spring tune-up',
        subtitle: 'Brakes, gears and a wash, from 39 €',
        ...image(picture, 'A bike on a stand'),
        buttons: [
          button('Book it', 'book_tune_up'),
          button('What is included?', 'details', { type: 'url', value: `${location.origin}/help.html`, target: 'new' }),
          button('Call us', 'call', { type: 'phone', value: '+351210000000' }),
          button('Pick a date', 'pick_date', {
            type: 'webview',
            value: `${location.origin}/help.html`,
            webview_height: 'tall',
          }),
        ],
      },
    ],
  };
}

const BIKES = [
  ['Harbour Tourer', 'Steel, 14 gears, 649 €', 'tourer'],
  ['Quay Folder', 'Folds in ten seconds, 899 €', 'folder'],
  ['Dock Cargo', 'Carries two children, 2 450 €', 'cargo'],
] as const;

export function carousel(picture: string | undefined) {
  return {
    type: 'rich_message',
    template_id: 'cards',
    elements: BIKES.map(([title, subtitle, id]) => ({
      title,
      subtitle,
      ...image(picture, title),
      buttons: [button('Tell me more', `more_${id}`), button('Reserve', `reserve_${id}`)],
    })),
  };
}

export const quickReplies = {
  type: 'rich_message',
  template_id: 'quick_replies',
  elements: [
    {
      title: 'What do you ride?',
      buttons: [button('To work', 'ride_work'), button('For fun', 'ride_fun'), button('With children', 'ride_family')],
    },
  ],
};

export function sticker(picture: string | undefined) {
  return {
    type: 'rich_message',
    template_id: 'sticker',
    elements: [image(picture ?? `${location.origin}/favicon.svg`, 'Have a nice ride')],
  };
}

export const product = {
  type: 'rich_message',
  template_id: 'ecommerce',
  elements: [
    {
      title: 'Harbour Tourer',
      subtitle: 'Choose a colour',
      ecommerce: {
        view_type: 'swatch',
        product_id: 'tourer-54',
        label: 'Colour',
        options: [
          option('blue', 'Blue', '#1f4fa3', true),
          option('green', 'Green', '#2f7d4f', true),
          option('sand', 'Sand', '#c9b28a', false),
        ],
        addons: [{ addon_type: 'quantity', range_from: '1', range_to: '3' }],
      },
      buttons: [button('Put it in the basket', 'add_to_cart')],
    },
  ],
};

function option(id: string, label: string, color: string, available: boolean) {
  return { option_id: id, label, price: '649.00', currency: 'EUR', color, available, selected: id === 'blue' };
}
