import type { GroupStatus } from '../../../protocol/wire/v3.6';
import type { RoutingStatus } from '../news';

/** Customers only hear whether somebody would answer. */
export const groupStatus = (status: RoutingStatus): GroupStatus =>
  status === 'accepting_chats' ? 'online' : 'offline';
