import type { GreetingTemplate } from './template';

const button = (type: string, text: string, more: object) => ({ type, text, user_ids: [], ...more });

/** One of each kind. None comes by itself: a page that nobody expects to greet should not. */
export const DEFAULT_GREETINGS: readonly GreetingTemplate[] = [
  { id: 1, name: 'Plain', event: { type: 'message', text: 'Looking for the right bike? Ask us, we ride them all.' } },
  {
    id: 2,
    name: 'Announcement',
    subtype: 'announcement',
    event: {
      type: 'rich_message',
      template_id: 'cards',
      elements: [
        {
          title: 'Spring service week',
          subtitle: 'A free check of brakes and gears, until Sunday',
          buttons: [
            button('url', 'Read more', {
              postback_id: 'open_service',
              value: 'https://harbour.example/service',
              target: 'new',
              role: 'primary',
              button_id: '4b1d7c90-2e6a-4f35-8c17-6d0f92a3b5e8',
            }),
            button('cancel', 'Not now', { postback_id: 'dismiss', role: 'default' }),
          ],
        },
      ],
    },
  },
  {
    id: 3,
    name: 'Cards',
    event: {
      type: 'rich_message',
      template_id: 'cards',
      elements: [
        {
          title: 'Harbour Tourer',
          subtitle: 'Steel, eight gears, made for long ways',
          buttons: [
            button('message', 'Is it in stock?', {
              postback_id: 'ask_stock',
              value: 'stock',
              role: 'primary',
              button_id: 'c05e8a12-93d4-47b6-a1f8-2b7c6e4d9031',
            }),
          ],
        },
        {
          title: 'Dockside Cargo',
          subtitle: 'Carries what a family needs',
          buttons: [
            button('url', 'Show me', {
              postback_id: 'open_cargo',
              value: 'https://harbour.example/bikes/dockside-cargo',
              target: 'new',
              role: 'default',
              button_id: 'e7a3f2b4-1c58-4d09-9b6e-80d5c7f1a264',
            }),
          ],
        },
      ],
    },
  },
  {
    id: 4,
    name: 'Exit intent',
    isExitIntent: true,
    addon: 'email',
    event: { type: 'message', text: 'Before you go: leave your e-mail and we keep your size for you.' },
  },
];
