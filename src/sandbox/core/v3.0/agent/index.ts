import { agentHears } from '../../audience';
import type { Action, Side } from '../../side';
import { agentSide as newest } from '../../v3.6/agent/index';
import type { AgentViewer } from '../../viewer';
import { writeAgentPush } from '../agent-pushes';
import { inOwnWords } from '../failures';
import { propertyActions } from '../property-actions';
import { inAgentsReason, PATIENCE_MS } from '../reasons';
import { renamed } from '../renamed';
import { today } from '../today';
import { accessActions } from './access';
import { getArchives } from './archives';
import { activateChat, addUser, closeThread, removeUser, startChat, transferChat } from './chats';
import { changePushNotifications, createCustomer, getCustomers, updateCustomer } from './customers';
import { sendEvent, updateLastSeen } from './events';
import { multicast } from './multicast';
import { getChatsSummary, getChatThreads, getChatThreadsSummary } from './reading';
import { sendFile } from './send-file';
import { login } from './session';

const now = newest.actions;

/** Those that only had another name, or other names for their fields. */
const renamedActions: readonly (readonly [string, Action<AgentViewer>])[] = [
  ['logout', today(now, 'logout')],
  ['set_away_status', today(now, 'set_away_status')],
  ['update_agent', renamed(today(now, 'set_routing_status'), { routing_status: 'status' })],
  ['follow_chat', renamed(today(now, 'follow_chat'), { chat_id: 'id' })],
  ['unfollow_chat', renamed(today(now, 'unfollow_chat'), { chat_id: 'id' })],
  ['send_typing_indicator', today(now, 'send_typing_indicator')],
  ['tag_chat_thread', today(now, 'tag_thread')],
  ['untag_chat_thread', today(now, 'untag_thread')],
  ['ban_customer', renamed(today(now, 'ban_customer'), { customer_id: 'id' })],
  ['send_rich_message_postback', today(now, 'send_rich_message_postback')],
  ...propertyActions(now),
];

const actions = new Map<string, Action<AgentViewer>>([
  ...renamedActions,
  ...accessActions,
  ['get_chats_summary', getChatsSummary],
  ['get_chat_threads', getChatThreads],
  ['get_chat_threads_summary', getChatThreadsSummary],
  ['get_archives', getArchives],
  ['multicast', multicast],
  ['start_chat', startChat],
  ['activate_chat', activateChat],
  ['close_thread', closeThread],
  ['transfer_chat', transferChat],
  ['add_user_to_chat', addUser],
  ['remove_user_from_chat', removeUser],
  ['send_event', sendEvent],
  ['send_file', sendFile],
  ['update_last_seen_timestamp', updateLastSeen],
  ['create_customer', createCustomer],
  ['get_customers', getCustomers],
  ['update_customer', updateCustomer],
  ['change_push_notifications', changePushNotifications],
]);

export const agentSide: Side<AgentViewer> = {
  ...newest,
  version: '3.0',
  namesVersions: false,
  login,
  actions,
  inOwnWords,
  inOwnReason: inAgentsReason,
  patienceMs: PATIENCE_MS,
  hears: agentHears,
  write: writeAgentPush,
};
