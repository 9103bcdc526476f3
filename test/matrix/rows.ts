import { agentPushes } from './rows/agent-pushes';
import { customerPushes } from './rows/customer-pushes';
import { eventTypes } from './rows/event-types';
import { further } from './rows/further';
import type { Row } from './rows/row';

/** Every name that the project was begun with, in its order. */
export const rows: readonly Row[] = [...eventTypes, ...agentPushes, ...customerPushes, ...further];
