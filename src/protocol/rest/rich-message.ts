import type { Picture, Product, ProductOption, RichButton, RichElement, UserId } from '../../domain';
import type { Reader } from '../reader';
import { mayCut, mayFlag, mayId, mayNumber, mayUrl, mayWord, someOf, TEXT } from './values';

const MOST_ELEMENTS = 10;
const MOST_OPTIONS = 100;
const MOST_USERS = 500;
const TYPES = [
  'message',
  'url',
  'phone',
  'webview',
  'cancel',
  'copy',
  'open_external',
  'add_to_cart',
  'show_gallery',
] as const;

/** The elements of a rich message. Rich message, Customer Chat API v3.6 and v3.0. */
export function readElements(from: Reader, mostButtons: number): RichElement[] {
  return someOf(from, 'elements', MOST_ELEMENTS, (element) => ({
    title: mayCut(element, 'title'),
    subtitle: mayCut(element, 'subtitle', TEXT),
    image: mayPicture(element.mayObject('image')),
    buttons: someOf(element, 'buttons', mostButtons, readButton),
    product: element.any('ecommerce') ? readProduct(element.mayObject('ecommerce')) : undefined,
  }));
}

/** Width and height are told together, or they are no help. */
export function sizeOf(from: Reader): { width?: number; height?: number } {
  const [width, height] = [mayNumber(from, 'width', 1e6), mayNumber(from, 'height', 1e6)];
  return width && height ? { width, height } : {};
}

function mayPicture(from: Reader): Picture | undefined {
  const url = mayUrl(from, 'url');
  if (!url) return undefined;
  return {
    url,
    name: mayCut(from, 'name'),
    contentType: mayCut(from, 'content_type'),
    size: mayNumber(from, 'size'),
    ...sizeOf(from),
    alternativeText: mayCut(from, 'alternative_text'),
  };
}

function readButton(from: Reader): RichButton {
  return {
    text: mayCut(from, 'text') ?? from.fail('text', 'string'),
    postbackId: from.id('postback_id'),
    userIds: from.mayList<UserId>('user_ids').slice(0, MOST_USERS),
    type: mayWord(from, 'type', TYPES) ?? (from.any('type') ? 'unknown' : undefined),
    value: mayUrl(from, 'value'),
    target: mayWord(from, 'target', ['new', 'current']),
    webviewHeight: mayWord(from, 'webview_height', ['compact', 'tall', 'full']),
    role: mayWord(from, 'role', ['default', 'primary', 'danger']),
    buttonId: mayId(from, 'button_id'),
  };
}

function readProduct(from: Reader): Product {
  return {
    view: mayWord(from, 'view_type', ['tags', 'swatch', 'images', 'select']),
    productId: mayId(from, 'product_id'),
    label: mayCut(from, 'label'),
    options: someOf(from, 'options', MOST_OPTIONS, readProductOption),
  };
}

/** A number in the Customer Chat API v3.6, a text in the Agent Chat API v3.6; either comes as it was sent. */
function mayPrice(from: Reader, key: string): number | undefined {
  const value = from.any(key);
  const isText = typeof value === 'string' && /^\d{1,12}(?:\.\d{1,4})?$/.test(value);
  return isText ? Number(value) : mayNumber(from, key);
}

function readProductOption(from: Reader): ProductOption {
  return {
    id: from.id('option_id'),
    label: mayCut(from, 'label') ?? '',
    price: mayPrice(from, 'price'),
    regularPrice: mayPrice(from, 'regular_price'),
    currency: mayCut(from, 'currency'),
    color: mayCut(from, 'color'),
    imageUrl: mayUrl(from, 'image_url'),
    thumbnailUrl: mayUrl(from, 'image_thumbnail_url'),
    isAvailable: mayFlag(from, 'available'),
    isSelected: mayFlag(from, 'selected'),
  };
}
