// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Content, TimelineItem } from '../../../src/domain';
import * as made from '../../support/ui-content';
import { addresses, faultsIn, markup } from '../../support/ui-hostile';
import { active, messageItem } from '../../support/ui-session';
import { openWhole } from '../../support/ui-window';

const { button, element, field } = made;

/** Shows hostile rows between two good ones, all pieces there. */
async function show(items: readonly TimelineItem[], prepare: Parameters<typeof openWhole>[0] = () => {}) {
  const window = await openWhole((parts) => {
    parts.session.chat.value = active;
    parts.session.timeline.items.value = [
      messageItem({ text: 'Good before' }),
      ...items,
      messageItem({ text: 'Good after' }),
    ];
    prepare(parts);
  });
  const said = [...window.root.querySelectorAll('.row-message .bubble')].map((bubble) => bubble.textContent);
  expect([said[0], said.at(-1)]).toEqual(['Good before', 'Good after']);
  expect(window.errors).toEqual([]);
  return window;
}
const rows = (...contents: Content[]) => contents.map((content) => made.contentItem(content));

/** The same text in every place that takes one. */
function everywhere(text: string): Content[] {
  const buttons = [
    button(text, { role: text as never, postbackId: text }),
    button(text, { type: 'message', value: text }),
    button(text, { type: 'cancel' }),
    button(text, { type: text as never }),
  ];
  const image = { url: 'https://files.example/a.png', name: text, alternativeText: text, contentType: text };
  const options = [
    { id: text, label: text, color: text, currency: text, price: 1, imageUrl: 'https://files.example/a.png' },
  ];
  return [
    made.file({ name: text, contentType: text, alternativeText: text }),
    made.picture({ name: `${text.slice(0, 40)}.png`, alternativeText: text }),
    made.rich('cards', [element({ title: text, subtitle: text, image, buttons })]),
    made.rich('cards', [element({ title: text, buttons }), element({ subtitle: text })]),
    made.rich('quick_replies', [element({ title: text, buttons })]),
    made.rich('sticker', [element({ image })]),
    made.rich('ecommerce', [element({ title: text, product: { label: text, productId: text, options }, buttons })]),
    made.rich(text, [element({ title: text })]),
    made.form([
      field('header', text),
      field(text, text, { id: text }),
      field('name', text, { id: text }),
      field('radio', text, { options: made.options(text, text), commentLabel: text }),
      field('select', text, { options: made.options(text) }),
      field('checkbox_for_email', text),
    ]),
    made.filledForm([{ id: text, type: text, label: text, answers: [text] }]),
    made.custom({ html: text }),
  ];
}

describe('hostile content', () => {
  it.each(markup)('is text wherever it stands: %j', async (text) => {
    const details = { title: text, description: text, url: 'https://shop.test/', image_url: text };
    const translation = { target_message: text, source_lang_code: text, target_lang_code: 'en' };
    const { root } = await show(
      [
        ...rows(...everywhere(text)),
        made.commonmark(text),
        made.annotated(text, { properties: made.properties({ url_details: details, translation }) }),
      ],
      ({ session }) => {
        session.fakeRest.thinking.value = [{ key: text, authorId: text as never, title: text, description: text }];
      },
    );
    expect(faultsIn(root.querySelector('[role=log]') as Element)).toEqual([]);
    expect(root.querySelectorAll('*').length).toBeLessThan(2_000);
    expect('polluted' in {}).toBe(false);
  });

  it.each(addresses)('is neither a link nor a source: %j', async (url) => {
    const { root } = await show([
      ...rows(
        made.file({ name: 'a.pdf', url }),
        made.picture({ url, thumbnailUrl: url, thumbnail2xUrl: url }),
        made.picture({ url, thumbnailUrl: 'https://files.example/t.png', thumbnail2xUrl: url }),
        made.rich('cards', [
          element({
            image: { url },
            buttons: (['url', 'webview', 'phone'] as const).map((type) => button('Go', { type, value: url })),
          }),
        ]),
        made.rich('sticker', [element({ image: { url } })]),
        made.rich('ecommerce', [
          element({ product: { options: [{ id: '1', label: 'One', imageUrl: url, thumbnailUrl: url }] } }),
        ]),
      ),
      made.commonmark(`[go](${url}) <${url}>`),
      made.annotated('See', { properties: made.properties({ url_details: { url, title: 'There', image_url: url } }) }),
    ]);
    const log = root.querySelector('[role=log]') as Element;
    expect(faultsIn(log)).toEqual([]);
    const reached = [...log.querySelectorAll('[href],[src],[srcset]')].map((part) =>
      ['href', 'src', 'srcset'].map((name) => part.getAttribute(name) ?? '').join(' '),
    );
    expect(reached.join(' ')).not.toMatch(/__probe|passwd|blob:/);
  });

  it.each(markup)('is text in a greeting: %j', async (text) => {
    const { root } = await openWhole(({ session }) => {
      session.fakeRest.greeting.value = made.greeting(
        {
          kind: 'rich-message',
          templateId: text,
          elements: [element({ title: text, subtitle: text, buttons: [button(text)] })],
        },
        { subtype: text, agent: { kind: 'agent', id: text as never, name: text, isPresent: true, avatarUrl: text } },
      );
    });
    expect(faultsIn(root.querySelector('.greeting') as Element)).toEqual([]);
  });
});
