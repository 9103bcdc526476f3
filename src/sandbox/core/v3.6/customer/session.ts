import type { Actions } from '../../../../protocol/wire/v3.6-calls';
import { activeThread } from '../../chats/look';
import { Failure } from '../../failure';
import type { Fields } from '../../fields';
import type { Login } from '../../side';
import type { Chat } from '../../store/model';
import { liveToken } from '../../tokens';
import type { CustomerViewer } from '../../viewer';
import type { Page } from '../../visits';
import type { World } from '../../world';
import { readCustomerChanges } from '../customer-changes';
import * as forCustomers from '../for-customers';
import { readSubscription, readToken } from '../read-login';
import { changeCustomer, mergeSessionFields } from './profile';

export const login: Login<CustomerViewer> = {
  identify(world, fields) {
    const known = liveToken(world, readToken(fields));
    if (!known) throw new Failure('authentication');
    const groupId = fields.optionalInteger('group_id') ?? 0;
    if (!world.settings.groups.some(({ id }) => id === groupId)) throw new Failure('group_not_found');
    readAbout(world, known.customerId, fields);
    const { customerId, clientId, token } = known;
    return { side: 'customer', customerId, clientId, token, groupId, pushes: readSubscription(fields, '3.6') };
  },

  welcome({ world, link, viewer, fields }): Actions['login'][1] {
    const { customerId, groupId } = viewer;
    const { changes, page, referrer, storage } = readAbout(world, customerId, fields);
    const token = world.store.tokens.get(viewer.token);
    const left = (token?.expiresAt ?? 0) - world.clock.now();
    link.whenGone(world.after(left, () => link.sayGoodbye('access_token_expired')));

    changeCustomer(world, customerId, changes);
    world.visits.arrive(customerId, page, referrer === undefined ? {} : { referrer });
    const record = world.store.customer(customerId);
    world.tellOnly(link, {
      news: 'side-storage',
      customerId,
      storage: { ...storage, customer_visits: String(record.visits) },
    });
    const chat = world.store.chatOfCustomer.get(customerId);
    return {
      customer_id: customerId,
      customer: { ...forCustomers.customer(record), statistics: forCustomers.statistics(world, record) },
      has_active_thread: chat !== undefined && activeThread(chat) !== undefined,
      chats: chat ? [chatState(chat, customerId)] : [],
      __priv_dynamic_config: dynamicConfig(world, groupId),
    };
  },
};

function readAbout(world: World, customerId: string, fields: Fields) {
  const customer = fields.optionalObject('customer');
  const changes = customer ? readCustomerChanges(customer) : {};
  const storage =
    fields.value['customer_side_storage'] === null ? undefined : fields.optionalObject('customer_side_storage');
  const referrer = fields.optionalString('referrer');
  const isMobile = fields.optionalBoolean('is_mobile');
  fields.optionalObject('application');
  return {
    changes: mergeSessionFields(world, customerId, changes),
    page: readPage(fields.optionalObject('customer_page')),
    ...(referrer !== undefined && { referrer }),
    ...(isMobile !== undefined && { isMobile }),
    storage: storage ? readStorage(storage) : {},
  };
}

/** Old copies come back from clients; the counter is ours. */
function readStorage(storage: Fields): { readonly [key: string]: string } {
  return Object.fromEntries(Object.keys(storage.value).map((key) => [key, storage.string(key)]));
}

function readPage(page: Fields | undefined): Page | undefined {
  const url = page?.optionalString('url');
  const title = page?.optionalString('title');
  return url === undefined ? undefined : { url, ...(title !== undefined && { title }) };
}

function chatState(chat: Chat, customerId: string) {
  const seenUpTo = chat.members.get(customerId)?.seenUpTo ?? '';
  const hasUnread = chat.threads.some(({ events }) =>
    events.some((event) => {
      const isForeign = event.authorId !== undefined && event.authorId !== customerId;
      return isForeign && event.createdAt > seenUpTo && forCustomers.isVisible(event);
    }),
  );
  return { chat_id: chat.id, has_unread_events: hasUnread, has_active_thread: activeThread(chat) !== undefined };
}

function dynamicConfig(world: World, groupId: number) {
  const { groups, organizationId, licenseId } = world.settings;
  const online = groups.filter((group) => world.roster.groupStatus(group) === 'accepting_chats').map(({ id }) => id);
  return {
    organization_id: organizationId,
    ...(online.length > 0 && { online_groups_ids: online }),
    customer_groups: {
      monitoring: {
        id: groupId,
        static_config_url: `/licence/${licenseId}/get_static_config.1.js`,
        language_config_url: `/licence/${licenseId}/v2/localization.en.1.js`,
      },
    },
    static_config_version: '1.1',
  };
}
