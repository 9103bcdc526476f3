import type { Picture, RichButton, RichElement, RichMessage } from '../../domain';

/** The message whose button opened an app, in the names of LiveChat's Moments SDK (1.12). */
export function eventData({ id, templateId, elements }: RichMessage) {
  if (templateId === 'ecommerce') return { id, type: 'product_cards', properties: { elements: elements.map(cardOf) } };
  const [first] = elements;
  if (elements.length === 1 && first) return { id, type: 'rich_message', properties: { card: cardOf(first) } };
  return { id, type: 'carousel', properties: { cards: elements.map(cardOf) } };
}

function cardOf({ title, subtitle, image, buttons, product }: RichElement) {
  return {
    title,
    subtitle,
    ...(image && { image: imageOf(image) }),
    buttons: buttons.map(buttonOf),
    ...(product && { ecommerce: product }),
  };
}

function imageOf({ url, name, contentType, size, width, height, alternativeText }: Picture) {
  return { url, name, contentType, size, width, height, alternativeText };
}

function buttonOf({ text, postbackId, userIds, type, value, target, webviewHeight, role }: RichButton) {
  return { text, postbackId, userIds, type, value, target, webviewHeight, role };
}
