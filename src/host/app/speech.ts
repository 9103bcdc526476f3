import { type CreateVerbs, createVerbs36, type RestParts } from '../../connection';
import type { GatewayRest } from '../../domain';
import { createV36, type Dialect, type More, type ProtocolRest } from '../../protocol';
import type { AppSettings } from '../shell/contract';

/** All that differs between two versions of the API, chosen once. */
export interface Speech {
  readonly createDialect: (more: More) => Dialect;
  readonly createVerbs: CreateVerbs;
  /** Whose chats they are, as addresses say it. */
  readonly account: (settings: AppSettings) => readonly [name: string, id: string];
  /** Where it comes with the dialect itself. */
  readonly rest?: SpeechRest;
}

export interface SpeechRest {
  readonly protocol: ProtocolRest;
  readonly createVerbs: (parts: RestParts) => GatewayRest;
}

export const speech36: Speech = {
  createDialect: createV36,
  createVerbs: createVerbs36,
  account: ({ organizationId }) => ['organization_id', organizationId],
};
