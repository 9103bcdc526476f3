/** What a page may tell of a sale: the first thing in it that is wrong, by its path. JS API 5.0, `track_sales_event`. */
type Check = (value: unknown, path: string) => string | undefined;
type Shape = Readonly<Record<string, Check>>;

const text: Check = (value, path) => (typeof value === 'string' && value ? undefined : `${path} should be a text`);
const number: Check = (value, path) =>
  typeof value === 'number' && Number.isFinite(value) ? undefined : `${path} should be a number`;
const count: Check = (value, path) =>
  typeof value === 'number' && value >= 1 ? undefined : `${path} should be a number from 1`;
const currency: Check = (value, path) =>
  /^[A-Z]{3}$/.test(String(value)) ? undefined : `${path} should be a currency, three letters`;

const may =
  (check: Check): Check =>
  (value, path) =>
    value === undefined ? undefined : check(value, path);
const list =
  (check: Check): Check =>
  (value, path) =>
    Array.isArray(value) && value.length > 0
      ? first(value.map((each, i) => () => check(each, `${path}[${i}]`)))
      : `${path} should be a list with something in it`;
const object =
  (shape: Shape): Check =>
  (value, path) =>
    Object(value) === value
      ? first(
          Object.entries(shape).map(
            ([name, check]) =>
              () =>
                check((value as Record<string, unknown>)[name], path ? `${path}.${name}` : name),
          ),
        )
      : `${path || 'the payload'} should be an object`;

function first(checks: readonly (() => string | undefined)[]): string | undefined {
  for (const check of checks) {
    const wrong = check();
    if (wrong) return wrong;
  }
  return undefined;
}

const article = { sku: may(text), variant_id: may(text), thumbnail_url: may(text) };
const order = object({
  id: text,
  order_number: text,
  currency,
  total_price: number,
  subtotal_price: may(number),
  shipping_price: may(number),
  tax_price: may(number),
  status_page_url: may(text),
  line_items: list(
    object({ product_id: text, title: text, quantity: count, price: number, variant_title: may(text), ...article }),
  ),
});
const cartLines = list(
  object({
    total_price: number,
    currency,
    quantity: count,
    product: object({ id: text, title: text, price: may(number), ...article }),
  }),
);

const EVENTS: ReadonlyMap<unknown, Check> = new Map<unknown, Check>([
  ['store_order_was_created', object({ order })],
  ['store_product_added_to_cart', object({ cart_lines: cartLines })],
  ['store_product_removed_from_cart', object({ cart_lines: cartLines })],
]);

/** What is wrong with it. Nothing: it may be told. */
export function whatIsWrongWithSale(payload: unknown): string | undefined {
  const { name, data } = Object(payload) as { readonly name?: unknown; readonly data?: unknown };
  const check = EVENTS.get(name);
  return check ? check(data, 'data') : 'name is not one of the three events of a shop';
}
