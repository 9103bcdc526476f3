import { activeThread } from '../../chats/look';
import { Failure } from '../../failure';
import { changeCustomer } from '../../profiles';
import type { Login } from '../../side';
import type { Chat, Customer } from '../../store/model';
import { liveToken } from '../../tokens';
import type { CustomerViewer } from '../../viewer';
import type { World } from '../../world';
import * as forCustomers from '../for-customers';
import { greeting } from '../greeting-for-customers';
import { readSubscription, readToken } from '../read-login';
import { readAbout } from './about';
import { connectionsOf, requireAdmission } from './admission';
import { groupOfPage, onlineGroupIds, requireGroup } from './groups';

export const login: Login<CustomerViewer> = {
  identify(world, fields, version) {
    const known = liveToken(world, readToken(fields));
    if (!known) throw new Failure('authentication');
    world.orderedFailures.check('login');
    requireAdmission(world, known);
    const asked = fields.optionalInteger('group_id');
    const { page } = readAbout(world, known.customerId, fields);
    const { id: groupId } = requireGroup(world, asked ?? groupOfPage(world, page?.url ?? '') ?? 0);
    const { customerId, clientId, token } = known;
    return { side: 'customer', customerId, clientId, token, groupId, pushes: readSubscription(fields, version) };
  },

  welcome({ world, link, viewer, fields }) {
    const { customerId, groupId } = viewer;
    const { changes, page, visit, storage } = readAbout(world, customerId, fields);
    const token = world.store.tokens.get(viewer.token);
    const left = (token?.expiresAt ?? 0) - world.clock.now();
    link.whenGone(world.after(left, () => link.sayGoodbye('access_token_expired')));

    changeCustomer(world, customerId, changes);
    world.visits.arrive(customerId, page, { ...link.origin, ...visit, groupId });
    const record = world.store.customer(customerId);
    world.tellOnly(link, { news: 'side-storage', customerId, storage: { ...storage, ...countersOf(record) } });
    if (connectionsOf(world, customerId) > world.settings.limits.customerConnections) {
      link.sayGoodbye('too_many_connections');
    }
    const chat = world.store.chatOfCustomer.get(customerId);
    const isChatting = chat !== undefined && activeThread(chat) !== undefined;
    const open = record.greeting;
    return {
      customer_id: customerId,
      customer: { ...forCustomers.customer(record), statistics: forCustomers.statistics(world, record) },
      has_active_thread: isChatting,
      chats: chat ? [chatState(chat, customerId)] : [],
      ...(open && { greeting: { ...greeting(world, open), accepted: open.accepted } }),
      __priv_dynamic_config: dynamicConfig(world, groupId),
    };
  },
};

/** What the server keeps in the customer's browser. */
function countersOf({ visits, campaigns }: Customer): { readonly [key: string]: string } {
  return {
    customer_visits: String(visits),
    ...(campaigns.size > 0 && { seen_campaigns: [...campaigns].join('|') }),
  };
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
  const { organizationId, licenseId } = world.settings;
  const online = onlineGroupIds(world);
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
