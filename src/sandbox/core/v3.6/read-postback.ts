import type { Fields } from '../fields';
import type { PostbackSent } from '../news';

/** The `postback` of a request: which button, pressed or let go of, and what else is known of it. */
export function readPostback(fields: Fields): PostbackSent {
  const postback = fields.object('postback');
  const type = postback.optionalString('button_type');
  const value = postback.optionalString('button_value');
  const goods = postback.optionalObject('ecommerce');
  goods?.string('product_id');
  goods?.optionalString('option_id');
  goods?.optionalInteger('quantity', 1);
  return {
    id: postback.string('id'),
    toggled: postback.boolean('toggled'),
    more: {
      ...(type !== undefined && { button_type: type }),
      ...(value !== undefined && { button_value: value }),
      ...(goods && { ecommerce: goods.value }),
    },
  };
}
