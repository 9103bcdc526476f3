import type { Fields } from '../../fields';
import { mergeSessionFields } from '../../profiles';
import type { CustomerChanges } from '../../store/facts';
import type { About, Application, Page } from '../../visits';
import type { World } from '../../world';
import { readCustomerChanges } from '../customer-changes';

/** What a login says about the customer, the page, and the program that logs in. */
export interface LoginAbout {
  readonly changes: CustomerChanges;
  readonly page: Page | undefined;
  readonly storage: { readonly [key: string]: string };
  readonly visit: About;
}

export function readAbout(world: World, customerId: string, fields: Fields): LoginAbout {
  const customer = fields.optionalObject('customer');
  const isNull = fields.value['customer_side_storage'] === null;
  const storage = isNull ? undefined : fields.optionalObject('customer_side_storage');
  const referrer = fields.optionalString('referrer');
  const isMobile = fields.optionalBoolean('is_mobile');
  const application = fields.optionalObject('application');
  fields.optionalString('tab_id');
  return {
    changes: mergeSessionFields(world, customerId, customer ? readCustomerChanges(customer) : {}),
    page: readPage(fields.optionalObject('customer_page')),
    storage: storage ? readStorage(storage) : {},
    visit: {
      ...(referrer !== undefined && { referrer }),
      ...(isMobile !== undefined && { isMobile }),
      ...(application && { application: readApplication(application) }),
    },
  };
}

/** Old copies come back from clients; what is counted in it is ours. */
function readStorage(storage: Fields): { readonly [key: string]: string } {
  return Object.fromEntries(Object.keys(storage.value).map((key) => [key, storage.string(key)]));
}

function readPage(page: Fields | undefined): Page | undefined {
  const url = page?.optionalString('url');
  const title = page?.optionalString('title');
  return url === undefined ? undefined : { url, ...(title !== undefined && { title }) };
}

function readApplication(application: Fields): Application {
  const name = application.optionalString('name');
  const version = application.optionalString('version');
  const channelType = application.optionalString('channel_type');
  return {
    ...(name !== undefined && { name }),
    ...(version !== undefined && { version }),
    ...(channelType !== undefined && { channelType }),
  };
}
