import type { GroupStatus } from '../../../protocol/wire/v3.6';
import type { RoutingStatus } from '../news';

/** Customers only hear whether somebody would answer, now or at the end of the queue. */
export function groupStatus(status: RoutingStatus, isForQueue = false): GroupStatus {
  if (status !== 'accepting_chats') return 'offline';
  return isForQueue ? 'online_for_queue' : 'online';
}
