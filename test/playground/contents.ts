import type { Content, ContentItem, TimelineItem } from '../../src/domain';
import * as made from '../support/ui-content';
import { me, ownItem, systemItem } from '../support/ui-session';
import { day, people, shortTalk, theirs } from './conversation';
import film from './media/bent-hanger.webm?no-inline';
import noise from './media/clicking-noise.webm?no-inline';
import fork from './pictures/fork.svg?no-inline';
import slots from './pictures/slots.svg?no-inline';
import type { Stage } from './setting';

const MINUTE = 60_000;
const { button, element, field } = made;
const here = (address: string) => new URL(address, location.href).href;
const url = here(fork);
const image = { url, width: 640, height: 400, alternativeText: 'A bicycle from the side' };

function show({ session, clock }: Stage, draw: (now: number) => readonly TimelineItem[]): void {
  session.rest.value = session.fakeRest;
  session.chat.value = { state: 'active', id: 'PJ0MRSHTDG' as never, threadId: 'K600PKZON8' as never };
  session.users.agents.value = [people.mara];
  session.timeline.items.value = [...shortTalk(clock.now()), ...draw(clock.now())];
}

const row = (content: Content, given: Partial<ContentItem> = {}) =>
  made.contentItem(content, { isNewest: false, ...given });
const card = (title: string, ...texts: string[]) =>
  element({
    title,
    subtitle: 'Alloy frame, eleven gears, ready on Thursday',
    image,
    buttons: texts.map((text) => button(text, { type: 'message', value: text })),
  });

const frames = ['Tidewater 52', 'Tidewater 54', 'Tidewater 56', 'Harbour Tourer'];

/** States of what is not plain text. */
export const contents: Readonly<Record<string, (stage: Stage) => void>> = {
  files: (stage) =>
    show(stage, (now) => [
      row(made.picture({ url, thumbnailUrl: url, name: 'fork.png' }, now)),
      row(made.file({ name: 'invoice-2026-4711.pdf', size: 182_400 }, now)),
      row(
        made.file({ name: `${'a-very-long-name-'.repeat(9)}.tar`, contentType: 'application/x-tar', size: 1_250_000 }),
      ),
      row(made.file({ name: 'invoice_\u202Efdp.exe', contentType: 'application/pdf', size: 12 })),
      row(made.picture({ url: 'https://127.0.0.1:5999/gone.png', name: 'gone.png' })),
      row(made.picture({ url, thumbnailUrl: url, name: 'mine.png', width: 400, height: 700, authorId: me.id }, now), {
        isOwn: true,
        delivery: 'seen',
        authorId: me.id,
      }),
      row(made.file({ name: 'serial.txt', contentType: 'text/plain', size: 900, authorId: me.id }, now), {
        isOwn: true,
        delivery: 'sent',
        authorId: me.id,
      }),
    ]),
  players: (stage) =>
    show(stage, (now) => [
      row(made.file({ url: here(noise), name: 'clicking-noise.webm', contentType: 'audio/webm', size: 2_868 }, now)),
      row(
        made.file(
          {
            url: here(film),
            name: 'bent-hanger.webm',
            contentType: 'video/webm',
            size: 7_565,
            width: 320,
            height: 180,
          },
          now,
        ),
      ),
    ]),
  uploads: (stage) => {
    show(stage, () => []);
    stage.session.fakeRest.sendFile = (file, onProgress) => {
      onProgress?.(0.4);
      return file.name.startsWith('x') ? Promise.resolve('failed') : new Promise(() => {});
    };
  },
  card: (stage) =>
    show(stage, (now) => [
      row(
        made.rich(
          'cards',
          [
            {
              ...card('Parcel ORD-20817'),
              buttons: [
                button('This helped', { userIds: [me.id] }),
                button('Track it', { type: 'url', value: 'https://harbour.example/track' }),
                button('Call the courier', { type: 'phone', value: '+48 123 456 789' }),
                button('Pick a new slot', { type: 'webview', value: here(slots) }),
                button('Copy the number', { type: 'copy', value: 'ORD-20817' }),
                button('Do not go here', { type: 'url', value: 'vbscript:alert(1)' }),
                button('Talk to a person', { type: 'message', role: 'primary' }),
                button('Cancel the order', { type: 'message', role: 'danger' }),
              ],
            },
          ],
          now,
        ),
      ),
    ]),
  carousel: (stage) =>
    show(stage, (now) => [
      row(
        made.rich(
          'cards',
          frames.map((title) => card(title, 'Keep it for me', 'More')),
          now,
        ),
      ),
    ]),
  'quick-replies': (stage) =>
    show(stage, (now) => [
      row(
        made.rich(
          'quick_replies',
          [
            element({
              title: 'What is it about?',
              buttons: ['An order', 'A repair', 'A test ride', 'Something else'].map((text) =>
                button(text, { type: 'message', value: text }),
              ),
            }),
          ],
          now,
        ),
        { isNewest: true },
      ),
    ]),
  'row-broken': (stage) =>
    show(stage, (now) => {
      const fault = made.file({ name: 'offer.pdf' }, now);
      Object.defineProperty(fault, 'size', {
        get() {
          throw new Error('a fault on purpose');
        },
      });
      return [row(fault), ...theirs(people.mara, now, 'Can you see the offer?')];
    }),
  'sticker-product': (stage) =>
    show(stage, (now) => [
      row(made.rich('sticker', [element({ image: { ...image, width: 160, height: 100 } })], now)),
      row(
        made.rich(
          'ecommerce',
          [
            element({
              title: 'Wool hat',
              subtitle: 'Warm, and made by hand',
              image,
              product: {
                view: 'swatch',
                label: 'Colour',
                options: [
                  {
                    id: '1',
                    label: 'Blue',
                    color: '#2244aa',
                    price: 89.9,
                    regularPrice: 119.9,
                    currency: 'EUR',
                    imageUrl: url,
                  },
                  { id: '2', label: 'Moss', color: '#5a7a3a', price: 94.5, currency: 'EUR', isSelected: true },
                  { id: '3', label: 'Red', color: '#bb2222', price: 89.9, currency: 'EUR', isAvailable: false },
                ],
              },
              buttons: [button('Add to cart', { type: 'message', role: 'primary' })],
            }),
          ],
          now,
        ),
      ),
    ]),
  form: (stage) =>
    show(stage, (now) => [
      row(
        made.form(
          [
            field('header', 'Before we look for it: https://harbour.example/privacy'),
            field('name', 'Your name', { isRequired: true }),
            field('email', 'E-mail', { isRequired: true }),
            field('radio', 'What happened?', {
              options: made.options('It never came', 'It is broken'),
              isRequired: true,
            }),
            field('checkbox', 'Which parts?', { options: made.options('Frame', 'Wheels', 'Lights') }),
            field('select', 'When may we call?', { options: made.options('Mornings', 'Afternoons') }),
            field('textarea', 'Tell us more'),
            field('rating', 'How are we doing?'),
            field('checkbox_for_email', 'Send me news', { isRequired: true }),
          ],
          {},
          now,
        ),
      ),
    ]),
  'filled-form': (stage) =>
    show(stage, (now) => [
      row(made.form([field('name', 'Name')], { id: 'answered' }, now)),
      row(
        made.filledForm(
          [
            { id: '1', type: 'name', label: 'Your name', answers: ['Nadia Haddad'] },
            { id: '2', type: 'email', label: 'E-mail', answers: ['nadia@harbour.example'] },
            { id: '3', type: 'checkbox', label: 'Which parts?', answers: ['Frame', 'Lights'] },
            { id: '4', type: 'textarea', label: 'Tell us more', answers: [] },
            { id: '5', type: 'checkbox_for_email', label: 'Send me news', answers: [], isChecked: true },
          ],
          { formId: 'answered' },
          now,
        ),
        { isOwn: true, authorId: me.id, delivery: 'sent' },
      ),
    ]),
  annotated: (stage) =>
    show(stage, (now) => [
      made.annotated(
        'Wir haben ihn gefunden.',
        {
          isEdited: true,
          properties: made.properties({
            translation: { target_message: 'We have found it.', source_lang_code: 'de', target_lang_code: 'en' },
          }),
        },
        { at: now },
      ),
      made.annotated(
        'Here: https://harbour.example/tidewater',
        {
          properties: made.properties({
            url_details: {
              title: 'Tidewater: a frame for every harbour',
              description: 'Sizes from 48 to 60, in fog grey and in harbour blue. Built to order within a week.',
              url: 'https://harbour.example/tidewater',
              image_url: url,
            },
          }),
        },
        { at: now },
      ),
      made.annotated(
        'Thanks! https://harbour.example/own',
        {
          properties: made.properties({
            status: { delivered: true },
            url_details: { title: 'Ours', url: 'https://harbour.example/own' },
          }),
        },
        { at: now, isOwn: true, authorId: me.id, delivery: 'sent' },
      ),
    ]),
  commonmark: (stage) =>
    show(stage, () => [
      made.commonmark(
        [
          '## Before Thursday',
          'Please bring **the bike** and *the old cassette*, see [our list](https://harbour.example/list).',
          '',
          '1. Clean the chain',
          '2. Write down the `serial number`',
          '   - under the bracket',
          '   - or on the head tube',
          '3. Come by',
          '',
          '> It takes about an hour.',
          '',
          '```',
          'gear = teeth_front / teeth_back * wheel_size_in_metres',
          '```',
          '<b>not bold</b> and [not here](vbscript:alert(1)) ![picture](https://harbour.example/a.png)',
        ].join('\n'),
      ),
    ]),
  thinking: (stage) => {
    show(stage, () => []);
    const { thinking, previews } = stage.session.fakeRest;
    thinking.value = [
      { key: 'one', authorId: people.theo.id, title: 'Looking through the manuals', description: 'Page 41 of 120' },
    ];
    previews.value = [{ key: 'two', authorId: people.mara.id, text: 'I think that the hanger is bent, and' }];
  },
  'welcome-message': ({ session, clock }) => {
    session.rest.value = session.fakeRest;
    const at = clock.now();
    session.timeline.items.value = [
      day(at),
      ...theirs(people.mara, at, 'Ahoy! Looking for a bike, or for somebody who mends one?'),
    ];
  },
  'greeting-text': ({ session }) => {
    session.rest.value = session.fakeRest;
    session.fakeRest.greeting.value = made.greeting(
      { kind: 'message', text: 'Looking for your parcel? 📦 Ask us!' },
      { agent: people.mara },
    );
  },
  'greeting-announcement': ({ session }) => {
    session.rest.value = session.fakeRest;
    session.fakeRest.greeting.value = made.greeting(
      {
        kind: 'rich-message',
        templateId: 'cards',
        elements: [
          element({
            title: 'Open house on Saturday',
            subtitle: 'Test rides, waffles and a look into the workshop. From ten to four.',
            image,
            buttons: [
              button('Keep me a place', { type: 'message', role: 'primary' }),
              button('The programme', { type: 'url', value: 'https://harbour.example/open-house' }),
              button('No, thanks', { type: 'cancel', role: 'danger' }),
            ],
          }),
        ],
      },
      { agent: people.theo, subtype: 'announcement' },
    );
  },
  'ended-rate': (stage) => {
    show(stage, (now) => [systemItem('manual_archived_agent', { agent: 'Mara Okafor' }, { at: now - MINUTE })]);
    stage.session.chat.value = { state: 'ended', id: 'PJ0MRSHTDG' as never, threadId: undefined, isResuming: false };
    stage.session.fakeRest.rating.value = { score: 'good' };
  },
  'whole-talk': (stage) =>
    show(stage, (now) => [
      row(made.picture({ url, thumbnailUrl: url, name: 'fork.png' }, now)),
      ...theirs(people.mara, now, 'Is it this one?'),
      ownItem('Yes, that one!', { at: now, delivery: 'seen' }),
      row(
        made.rich(
          'cards',
          frames.map((title) => card(title, 'Keep it for me')),
          now,
        ),
      ),
    ]),
};
