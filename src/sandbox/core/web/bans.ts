import { isBanned, unbanCustomer } from '../chats/banning';
import { Failure } from '../failure';
import type { Action } from '../side';
import type { AgentViewer } from '../viewer';

export const listCustomerBans: Action<AgentViewer> = {
  run({ world }) {
    const banned = [...world.store.customers.values()].filter(({ id }) => isBanned(world, id));
    const bans = banned.map(({ id, ban }) => ({
      customer_id: id,
      expires_at: new Date(ban?.until ?? 0).toISOString(),
    }));
    return { bans, total_bans: bans.length };
  },
};

export const unban: Action<AgentViewer> = {
  run({ world, fields }) {
    const customerId = fields.string('customer_id');
    if (!isBanned(world, customerId)) throw new Failure('not_found');
    unbanCustomer(world, customerId);
  },
};
