import { drawPicture } from './pictures';
import { custom, filledForm, form, longMessage, markdown, systemMessage } from './plain-events';
import { card, carousel, product, quickReplies, sticker } from './rich-messages';

/** What a sample needs: a place for its files. */
export interface Tools {
  readonly upload: (file: File) => Promise<string>;
}

export interface Sample {
  readonly id: string;
  readonly text: string;
  readonly make: (tools: Tools) => Promise<object>;
}

const always = (event: object) => () => Promise.resolve(event);
const withPicture = (make: (url: string | undefined) => object) => async (tools: Tools) => make(await picture(tools));

export const SAMPLES: readonly Sample[] = [
  { id: 'card', text: 'Card', make: withPicture(card) },
  { id: 'carousel', text: 'Carousel', make: withPicture(carousel) },
  { id: 'quick_replies', text: 'Quick replies', make: always(quickReplies) },
  { id: 'sticker', text: 'Sticker', make: withPicture(sticker) },
  { id: 'product', text: 'Product', make: always(product) },
  { id: 'picture', text: 'Picture', make: pictureFile },
  { id: 'document', text: 'Document', make: documentFile },
  { id: 'form', text: 'Form', make: always(form) },
  { id: 'filled_form', text: 'Filled form', make: always(filledForm) },
  { id: 'markdown', text: 'Message with Markdown', make: always(markdown) },
  { id: 'long', text: 'Long message', make: always(longMessage) },
  { id: 'system_message', text: 'System message', make: always(systemMessage) },
  { id: 'custom', text: 'Custom event', make: always(custom) },
];

async function picture({ upload }: Tools): Promise<string> {
  return upload(await drawPicture('Harbour Cycles', ['#1f6f8b', '#123a5a']));
}

async function pictureFile(tools: Tools): Promise<object> {
  return { type: 'file', url: await picture(tools), alternative_text: 'A white bike on blue' };
}

async function documentFile({ upload }: Tools): Promise<object> {
  const file = new File(['Spring tune-up: 39 €\nNew chain: 24 €\n'], 'prices.txt', { type: 'text/plain' });
  return { type: 'file', url: await upload(file) };
}
