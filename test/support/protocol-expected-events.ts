import { at, listAt } from './protocol-codec';

// What an event should become, derived from its JSON and from the documentation, without a look at the codec.

const wholeSecond = (raw: unknown, key: string) => (at(raw, key) as number) * 1_000;
export const timeOf = (version: string, raw: unknown): number =>
  version === '3.0' ? wholeSecond(raw, 'timestamp') : Date.parse(at(raw, 'created_at') as string);

/** v3.0 wraps each value. */
export function propertiesOf(version: string, raw: unknown): unknown {
  const namespaces = Object.entries((raw ?? {}) as Record<string, Record<string, unknown>>);
  if (namespaces.length === 0) return undefined;
  const bare = (value: unknown) => (version === '3.0' ? at(value, 'value') : value);
  return new Map(
    namespaces.map(([name, values]) => [
      name,
      new Map(Object.entries(values).map(([key, value]) => [key, bare(value)])),
    ]),
  );
}

export const elementsOf = (raw: unknown): unknown[] =>
  listAt(raw, 'elements').map((element) => ({
    title: at(element, 'title'),
    subtitle: at(element, 'subtitle'),
    ...(at(element, 'image') !== undefined && {
      image: {
        url: at(element, 'image.url'),
        name: at(element, 'image.name'),
        width: at(element, 'image.width'),
        height: at(element, 'image.height'),
        alternativeText: at(element, 'image.alternative_text'),
      },
    }),
    buttons: listAt(element, 'buttons').map((button) => ({
      text: at(button, 'text'),
      postbackId: at(button, 'postback_id'),
      userIds: at(button, 'user_ids'),
      type: at(button, 'type'),
      value: at(button, 'value'),
      target: at(button, 'target'),
      webviewHeight: at(button, 'webview_height'),
      role: at(button, 'role'),
      buttonId: at(button, 'button_id'),
    })),
    ...(at(element, 'ecommerce') !== undefined && {
      product: {
        view: at(element, 'ecommerce.view_type'),
        productId: at(element, 'ecommerce.product_id'),
        label: at(element, 'ecommerce.label'),
        options: listAt(element, 'ecommerce.options').map((option) => ({
          id: at(option, 'option_id'),
          label: at(option, 'label'),
          price: at(option, 'price'),
          regularPrice: at(option, 'regular_price'),
          currency: at(option, 'currency'),
          color: at(option, 'color'),
          imageUrl: at(option, 'image_url'),
          thumbnailUrl: at(option, 'image_thumbnail_url'),
          isAvailable: at(option, 'available'),
          isSelected: at(option, 'selected'),
        })),
      },
    }),
  }));

export const formFieldsOf = (raw: unknown): unknown[] =>
  listAt(raw, 'fields').map((field, index) => ({
    id: at(field, 'id') ?? String(index),
    type: at(field, 'type'),
    label: at(field, 'label'),
    isRequired: at(field, 'required') ?? false,
    options: listAt(field, 'options').map((option) => ({
      id: at(option, 'id') ?? String(at(option, 'group_id')),
      label: at(option, 'label'),
      groupId: at(option, 'group_id'),
      isChecked: at(option, 'checked'),
    })),
    commentLabel: at(field, 'comment_label'),
    isChecked: at(field, 'checked'),
  }));

function answersOf(field: unknown): unknown[] {
  const answers = [...listAt(field, 'answers'), at(field, 'answer')].filter((answer) => answer !== undefined);
  return answers.map((answer) => (typeof answer === 'string' ? answer : at(answer, 'label')));
}

const kinds: Readonly<Record<string, (raw: unknown) => object>> = {
  message: (raw) => ({
    kind: 'message',
    authorId: at(raw, 'author_id'),
    text: at(raw, 'text'),
    ...(at(raw, 'postback') !== undefined && {
      postback: {
        id: at(raw, 'postback.id'),
        threadId: at(raw, 'postback.thread_id'),
        eventId: at(raw, 'postback.event_id'),
        type: at(raw, 'postback.type'),
        value: at(raw, 'postback.value'),
      },
    }),
  }),
  system_message: (raw) => ({
    kind: 'system',
    code: at(raw, 'system_message_type'),
    text: at(raw, 'text') ?? '',
    vars: new Map(Object.entries((at(raw, 'text_vars') ?? {}) as object)),
  }),
  file: (raw) => ({
    kind: 'file',
    authorId: at(raw, 'author_id'),
    url: at(raw, 'url'),
    name: at(raw, 'name'),
    contentType: at(raw, 'content_type'),
    size: at(raw, 'size'),
    ...(at(raw, 'width') !== undefined && { width: at(raw, 'width'), height: at(raw, 'height') }),
    thumbnailUrl: at(raw, 'thumbnail_url'),
    thumbnail2xUrl: at(raw, 'thumbnail2x_url'),
    alternativeText: at(raw, 'alternative_text'),
  }),
  rich_message: (raw) => ({
    kind: 'rich-message',
    authorId: at(raw, 'author_id'),
    templateId: at(raw, 'template_id'),
    elements: elementsOf(raw),
  }),
  form: (raw) => ({
    kind: 'form',
    formType: at(raw, 'form_type'),
    form: { id: at(raw, 'form_id'), fields: formFieldsOf(raw) },
  }),
  filled_form: (raw) => ({
    kind: 'filled-form',
    authorId: at(raw, 'author_id'),
    formId: at(raw, 'form_id'),
    formType: at(raw, 'form_type') ?? at(raw, 'properties.lc2.form_type.value'),
    fields: listAt(raw, 'fields').map((field) => ({
      id: at(field, 'id'),
      type: at(field, 'type'),
      label: at(field, 'label'),
      answers: answersOf(field),
    })),
  }),
  custom: (raw) => ({ kind: 'custom', authorId: at(raw, 'author_id'), content: at(raw, 'content') }),
  system: (raw) => ({
    kind: 'platform',
    source: at(raw, 'source'),
    subtype: at(raw, 'subtype'),
    version: at(raw, 'version'),
    details: at(raw, 'details'),
  }),
};

const KNOWN_TO_CORE = new Set(['system_message', 'annotation', 'hologram']);

export function expectedEvent(version: string, raw: unknown, threadId: unknown): object {
  const type = String(at(raw, 'type'));
  const properties = propertiesOf(version, at(raw, 'properties'));
  return {
    id: at(raw, 'id'),
    threadId,
    customId: at(raw, 'custom_id'),
    place: { at: timeOf(version, raw) },
    ...(KNOWN_TO_CORE.has(type) || !properties ? {} : { properties }),
    ...(kinds[type]?.(raw) ?? { kind: 'unknown', wireType: type, authorId: at(raw, 'author_id') }),
  };
}
