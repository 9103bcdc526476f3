import type { Customer } from '../../../protocol/wire/v3.6';
import type { Fields } from '../fields';
import type { CustomerChanges } from '../store/facts';

export function customerChanges(changes: CustomerChanges): Partial<Customer> {
  const { name, email, emailVerified, avatar, phoneNumber, address, omnichannel, sessionFields } = changes;
  return {
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(emailVerified !== undefined && { email_verified: emailVerified }),
    ...(avatar !== undefined && { avatar }),
    ...(phoneNumber !== undefined && { phone_number: phoneNumber }),
    ...(address !== undefined && { address }),
    ...(omnichannel !== undefined && { omnichannel }),
    ...(sessionFields && { session_fields: sessionFields.map(([key, value]) => ({ [key]: value })) }),
  };
}

const ADDRESS_PARTS = ['address', 'city', 'country', 'state', 'postal_code'];

/** What somebody wants to change. Session fields as they came: whether they are merged or replaced is the caller's. */
export function readCustomerChanges(fields: Fields): CustomerChanges {
  const name = fields.optionalString('name');
  const email = fields.optionalString('email');
  const avatar = fields.optionalString('avatar');
  const phoneNumber = fields.optionalString('phone_number');
  const address = readAddress(fields.optionalObject('address'));
  const omnichannel = fields.optionalObject('omnichannel');
  const sessionFields = fields.has('session_fields') ? readSessionFields(fields) : undefined;
  return {
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(avatar !== undefined && { avatar }),
    ...(phoneNumber !== undefined && { phoneNumber }),
    ...(address && { address }),
    ...(omnichannel && { omnichannel: omnichannel.value }),
    ...(sessionFields && { sessionFields }),
  };
}

/** An ordered list of objects with one key each. */
export function readSessionFields(fields: Fields): readonly (readonly [string, string])[] {
  fields.list('session_fields');
  return fields.objects('session_fields').map((item, at) => {
    const entries = Object.entries(item.value);
    const [key, value] = entries[0] ?? [];
    if (entries.length !== 1 || key === undefined) return fields.fail(`session_fields[${at}]`, 'must have one key');
    if (typeof value !== 'string') return item.fail(key, 'must be a string');
    return [key, value];
  });
}

function readAddress(fields: Fields | undefined): { readonly [part: string]: string } | undefined {
  if (!fields) return undefined;
  const parts = ADDRESS_PARTS.map((part) => [part, fields.optionalString(part)] as const);
  return Object.fromEntries(parts.filter((entry): entry is readonly [string, string] => entry[1] !== undefined));
}
