import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  createSandboxCore,
  createScriptedAgent,
  inProcessAgentLine,
  type SandboxCore,
  SCRIPTED_AGENT_ID,
} from '../core/index';
import { answerApi } from './api';
import { realClock, realRandom } from './clock';
import { openLogFile } from './log-file';
import { createSockets } from './sockets';

export interface ServiceOptions {
  readonly dataFile?: string | undefined;
  readonly hasScriptedAgent?: boolean | undefined;
  /** One line for the person at the terminal. */
  readonly warn?: ((message: string) => void) | undefined;
}

/** The sandbox without a port: for a server of ours, or one that is there already. */
export interface Service {
  readonly core: SandboxCore;
  /** False: not for us. */
  answer(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Says goodbye to everybody; afterwards no timer, socket or file is left. */
  close(): Promise<void>;
}

export function createService({ dataFile, hasScriptedAgent = true, warn = () => {} }: ServiceOptions = {}): Service {
  const log = dataFile === undefined ? undefined : openLogFile(dataFile, warn);
  const core = createCore(log, warn);
  const sockets = createSockets(core);
  const scripted = core.settings.agents.find(({ id }) => id === SCRIPTED_AGENT_ID);
  const scriptedAgent =
    hasScriptedAgent && scripted
      ? createScriptedAgent({ clock: realClock, token: scripted.token, connect: inProcessAgentLine(core, realClock) })
      : undefined;
  return {
    core,
    answer: (request, response) => answerApi(core, request, response),
    upgrade: (request, socket, head) => sockets.upgrade(request, socket, head),
    async close() {
      scriptedAgent?.stop();
      core.dispose();
      await sockets.close();
      log?.close();
    },
  };
}

function createCore(log: ReturnType<typeof openLogFile> | undefined, warn: (message: string) => void): SandboxCore {
  try {
    return createSandboxCore({
      clock: realClock,
      random: realRandom,
      log,
      history: log?.history ?? [],
      // Without a file nothing else is kept, and a browser should be the same customer again after a restart.
      settings: log ? {} : { key: 'kept nowhere, so the same each time' },
      report: (error) => warn(`sandbox: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
    });
  } catch (error) {
    log?.close();
    throw error;
  }
}
