import type { Fields } from '../fields';
import type { World } from '../world';
import { announce, failSummary, revokeToken } from './announce';
import { archiveChat, markIdle } from './archive-chat';
import { moveCustomer, multicastToCustomers, unban } from './customers';
import { deleteEvent } from './delete-event';
import { deleteChat, deleteThread } from './deleting';
import { disconnectAgent, disconnectOneCustomer } from './disconnect';
import { closeDoor } from './door';
import { editEvent } from './edit-event';
import { failRequests } from './fail-requests';
import { sendForm, switchForm } from './forms';
import { listGreetings, sendGreeting } from './greetings';
import { setGroupSettings } from './group-settings';
import { setChatLimit, setQueuePosition } from './queue';
import { sendSystemEvent, sendSystemMessage } from './send-system-event';
import { verifyEmail } from './verify-email';
import { setWelcome } from './welcome';

/** Part of a turn. Gives what is answered; throws a `Failure` or a `FieldFailure`, as actions do. */
export type Control = (world: World, fields: Fields) => unknown;

/** What happens on the service and no API lets anybody cause. */
export const controls: ReadonlyMap<string, Control> = new Map<string, Control>([
  ['edit-event', editEvent],
  ['delete-event', deleteEvent],
  ['delete-thread', deleteThread],
  ['delete-chat', deleteChat],
  ['archive-chat', archiveChat],
  ['mark-idle', markIdle],
  ['set-queue-position', setQueuePosition],
  ['set-chat-limit', setChatLimit],
  ['send-system-event', sendSystemEvent],
  ['send-system-message', sendSystemMessage],
  ['disconnect-customer', disconnectOneCustomer],
  ['disconnect-agent', disconnectAgent],
  ['revoke-token', revokeToken],
  ['close-door', closeDoor],
  ['fail-requests', failRequests],
  ['send-greeting', sendGreeting],
  ['list-greetings', listGreetings],
  ['switch-form', switchForm],
  ['send-form', sendForm],
  ['set-group-settings', setGroupSettings],
  ['set-welcome', setWelcome],
  ['verify-email', verifyEmail],
  ['unban-customer', unban],
  ['move-customer', moveCustomer],
  ['multicast-customers', multicastToCustomers],
  ['announce', announce],
  ['fail-summary', failSummary],
]);
