import { lastThread } from '../../chats/look';
import { pickAgent } from '../../chats/routing';
import { Fields, isObject } from '../../fields';
import type { Login } from '../../side';
import type { Customer, Greeting } from '../../store/model';
import { login as today } from '../../v3.6/customer/session';
import type { CustomerViewer } from '../../viewer';
import type { World } from '../../world';
import { withSessionFields } from '../fields-map';
import * as forCustomers from '../for-customers';
import { toSeconds } from '../values';

export const login: Login<CustomerViewer> = {
  answer: 'page-viewed',

  identify: (world, fields, version) => today.identify(world, withTodaysNames(fields), version),

  welcome(call) {
    const { world, link, viewer } = call;
    const { customerId } = viewer;
    const fields = withTodaysNames(call.fields);
    const lastVisit = world.visits.get(customerId);
    const page = fields.optionalObject('customer_page');
    const url = page?.optionalString('url') ?? lastVisit?.pages.at(-1)?.url;
    const title = page?.optionalString('title');
    const isTold = lastVisit !== undefined && lastVisit.pages.at(-1)?.url !== url;
    // A new page of a visit is told to everybody anyway.
    if (url !== undefined && !isTold) {
      const at = world.stamp();
      world.tellOnly(link, { news: 'page-viewed', customerId, url, ...(title !== undefined && { title }), at });
    }
    const answer = today.welcome({ ...call, fields }) as Welcome;
    return {
      customer_id: customerId,
      has_active_thread: answer.has_active_thread,
      __priv_dynamic_config: dynamicConfig(world, viewer, answer),
    };
  },
};

/** What we use of today's answer. */
interface Welcome {
  readonly has_active_thread: boolean;
  readonly customer: { readonly statistics?: { readonly [counter: string]: number } };
  readonly greeting?: { readonly displayed_first_time: boolean };
  readonly __priv_dynamic_config: { readonly [name: string]: unknown };
}

function withTodaysNames({ value, path }: Fields): Fields {
  const { pushes: _, application: __, is_mobile: ___, ...known } = value;
  const fields = new Fields(known, path);
  const customer = fields.optionalObject('customer');
  return customer ? new Fields({ ...known, customer: withSessionFields(customer).value }, path) : fields;
}

function dynamicConfig(world: World, viewer: CustomerViewer, answer: Welcome): object {
  const { customerId, groupId } = viewer;
  const record = world.store.customer(customerId);
  const { organization_id: _, customer_groups: groups, ...rest } = answer.__priv_dynamic_config;
  const predicted = pickAgent(world, [groupId]);
  return {
    ...rest,
    customer_data: customerData(world, record, groupId, answer),
    global_properties: globalProperties(world),
    customer_groups: { ...(isObject(groups) && groups), ...chatGroups(world, customerId, groups) },
    ...(predicted !== undefined && { predicted_agent: forCustomers.agent(world, predicted) }),
    ...(record.greeting && { greeting: greeting(world, record.greeting, answer) }),
  };
}

/** Of the license, in one flat map of texts. */
function globalProperties(world: World): { readonly [name: string]: string } {
  const { license } = world.settings.properties;
  return Object.fromEntries(
    Object.entries(license).flatMap(([space, values]) =>
      Object.entries(values).map(([name, value]) => [`${space}.${name}`, String(value)]),
    ),
  );
}

function customerData(world: World, record: Customer, groupId: number, { customer }: Welcome): object {
  const { statistics = {} } = customer;
  const { name, sessionFields } = record;
  const startedAt = world.visits.get(record.id)?.startedAt;
  return {
    ...(name !== undefined && { name }),
    ...(startedAt !== undefined && { last_visit_timestamp: toSeconds(startedAt) }),
    page_views_count: statistics['page_views_count'] ?? 0,
    visits_count: statistics['visits_count'] ?? 0,
    chats_count: statistics['chats_count'] ?? 0,
    invitations_shown_count: statistics['greetings_shown_count'] ?? 0,
    invitations_accepted_count: statistics['greetings_accepted_count'] ?? 0,
    client_version: '1',
    fields: [...sessionFields].map((pair) => pair.map(encodeURIComponent).join('=')).join('&'),
    group_id: groupId,
  };
}

/** Which group each chat is in, with the same addresses as the group that is watched. */
function chatGroups(world: World, customerId: string, groups: unknown): object {
  const chat = world.store.chatOfCustomer.get(customerId);
  const [groupId] = chat && lastThread(chat) ? chat.groupIds : [];
  if (!chat || groupId === undefined) return {};
  const monitoring = isObject(groups) && isObject(groups['monitoring']) ? groups['monitoring'] : {};
  const { id: _, ...addresses } = monitoring;
  return { chats: { [groupId]: { chat_ids: [chat.id], ...addresses } } };
}

/** Only a text then. */
function greeting(world: World, { templateId, uniqueId, agentId, body }: Greeting, answer: Welcome): object {
  const [first] = Array.isArray(body['elements']) ? body['elements'] : [];
  const text = body['text'] ?? (isObject(first) ? first['title'] : undefined) ?? '';
  return {
    id: templateId,
    unique_id: uniqueId,
    text,
    agent: { ...forCustomers.agent(world, agentId), is_bot: world.roster.agents.get(agentId)?.isBot ?? false },
    displayed_first_time: answer.greeting?.displayed_first_time ?? false,
  };
}
