import { agentHears } from '../../audience';
import { agentRights } from '../../property-rights';
import type { Action, Side } from '../../side';
import type { AgentViewer } from '../../viewer';
import { writeAgentPush } from '../agent-pushes';
import { withRights } from '../checked-properties';
import { propertyActions } from '../property-actions';
import { listArchives } from './archives';
import { deactivateChat, followChat, resumeChat, seenChat, startChat, transfer, unfollowChat } from './chats';
import { ban, updateCustomer } from './customers';
import { markEventsAsSeen, sendEvent, sendRichMessagePostback } from './events';
import { sendEventPreview, sendThinkingIndicator, sendTypingIndicator } from './indicators';
import { getChat, getCustomer, listChats, listThreads } from './reading';
import { left, login, logout, setAwayStatus, updateSession } from './session';
import { listAgentsForTransfer, listRoutingStatuses, multicast, setRoutingStatus } from './statuses';
import { subscribeCustomers, unsubscribeCustomers } from './subscriptions';
import { requestThreadSummary } from './summaries';
import { tagThread, untagThread } from './tags';
import { addUser, removeUser } from './users';

const actions = new Map<string, Action<AgentViewer>>([
  ['logout', logout],
  ['update_session', updateSession],
  ['set_away_status', setAwayStatus],
  ['set_routing_status', setRoutingStatus],
  ['list_routing_statuses', listRoutingStatuses],
  ['list_chats', listChats],
  ['list_archives', listArchives],
  ['list_threads', listThreads],
  ['get_chat', getChat],
  ['start_chat', startChat],
  ['resume_chat', resumeChat],
  ['deactivate_chat', deactivateChat],
  ['follow_chat', followChat],
  ['unfollow_chat', unfollowChat],
  ['transfer_chat', transfer],
  ['list_agents_for_transfer', listAgentsForTransfer],
  ['add_user_to_chat', addUser],
  ['remove_user_from_chat', removeUser],
  ['send_event', sendEvent],
  ['send_event_preview', sendEventPreview],
  ['send_rich_message_postback', sendRichMessagePostback],
  ['send_typing_indicator', sendTypingIndicator],
  ['send_thinking_indicator', sendThinkingIndicator],
  ['request_thread_summary', requestThreadSummary],
  ['mark_events_as_seen', markEventsAsSeen],
  ['tag_thread', tagThread],
  ['untag_thread', untagThread],
  ['get_customer', getCustomer],
  ['update_customer', updateCustomer],
  ['ban_customer', ban],
  ['subscribe_customers', subscribeCustomers],
  ['unsubscribe_customers', unsubscribeCustomers],
  ['multicast', multicast],
  ...withRights(propertyActions<AgentViewer>(seenChat), agentRights),
]);

export const agentSide: Side<AgentViewer> = {
  kind: 'agent',
  version: '3.6',
  namesVersions: true,
  account: 'organization',
  login,
  actions,
  goodbye: 'agent_disconnected',
  closeCode: 1008,
  sayField: ({ path, reason }) => `\`${path.replace(/^payload\./, '')}\` ${reason}`,
  sayUnknown: (action) => `Unknown action: \`${action.slice(0, 100)}\``,
  hears: agentHears,
  write: writeAgentPush,
  left,
};
