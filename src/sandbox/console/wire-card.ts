import type { Card, CardButton } from './events';
import { type Json, readObject, readObjects, readText, readTexts } from './read';

/** One element of a rich message. */
export function readCard(element: Json): Card {
  const product = readObject(element, 'ecommerce');
  return {
    title: readText(element, 'title') ?? '',
    subtitle: readText(element, 'subtitle') || (readText(product, 'label') ?? ''),
    picture: readText(readObject(element, 'image'), 'url') ?? '',
    choices: readObjects(product, 'options').map(readChoice),
    buttons: readObjects(element, 'buttons').map(readButton),
  };
}

function readChoice(option: Json): string {
  const price = [readText(option, 'price'), readText(option, 'currency')].filter(Boolean).join(' ');
  const sold = option['available'] === false ? 'sold out' : '';
  return [readText(option, 'label'), price, sold].filter(Boolean).join(', ');
}

function readButton(button: Json): CardButton {
  return {
    text: readText(button, 'text') ?? '',
    type: readText(button, 'type') ?? 'message',
    value: readText(button, 'value') ?? '',
    postbackId: readText(button, 'postback_id') ?? '',
    userIds: readTexts(button, 'user_ids'),
  };
}
