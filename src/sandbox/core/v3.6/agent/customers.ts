import { banCustomer } from '../../chats/banning';
import { addSystemMessage } from '../../chats/events';
import { activeThread, nameOf } from '../../chats/look';
import { Failure } from '../../failure';
import { changeCustomer, mergeSessionFields } from '../../profiles';
import type { Action } from '../../side';
import type { AgentViewer } from '../../viewer';
import { readCustomerChanges } from '../customer-changes';

type AgentAction = Action<AgentViewer>;

const MOST_DAYS = 10_000;

export const ban: AgentAction = {
  answer: 'customer-banned',
  run({ world, viewer, fields }) {
    const customerId = fields.string('id');
    const about = fields.object('ban');
    const days = about.optionalInteger('days', 1, MOST_DAYS) ?? about.fail('days', 'is required');
    if (!world.store.customers.has(customerId)) throw new Failure('not_found');
    banCustomer(world, customerId, days, viewer.agentId);
  },
};

export const updateCustomer: AgentAction = {
  answer: 'customer-changed',
  run({ world, viewer, fields }) {
    const customerId = fields.string('id');
    if (!world.store.customers.has(customerId)) throw new Failure('not_found');
    const changes = readCustomerChanges(fields);
    if (Object.keys(changes).length === 0) throw new Failure('validation');
    changeCustomer(world, customerId, mergeSessionFields(world, customerId, changes));
    const chat = world.store.chatOfCustomer.get(customerId);
    const thread = chat && activeThread(chat);
    const { name, email } = changes;
    if (!chat || !thread || (name === undefined && email === undefined)) return;
    const variables = {
      initiator: nameOf(world, viewer.agentId),
      ...(name !== undefined && { customer_name: name }),
      ...(email !== undefined && { customer_email: email }),
    };
    addSystemMessage(world, chat, thread, 'customer_updated', variables, 'agents');
  },
};
