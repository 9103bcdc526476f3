import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  createSandboxCore,
  createScriptedAgent,
  type Deliver,
  inProcessAgentLine,
  type SandboxCore,
  SCRIPTED_AGENT_ID,
  type SettingsChoice,
} from '../core/index';
import { answerApi } from './api';
import { realClock, realRandom } from './clock';
import { createDeliver } from './deliver';
import { fileFolder } from './file-folder';
import { type LogFile, openLogFile } from './log-file';
import { createSockets } from './sockets';
import { createSockJs } from './sockjs';

export interface ServiceOptions {
  /** Chats are kept in it, uploaded files in the folder of its name and `.files`. Default: all is in memory. */
  readonly dataFile?: string | undefined;
  /** Somebody answers while no person takes chats. Default: true. */
  readonly hasScriptedAgent?: boolean | undefined;
  /** Agents, groups, forms, greetings, limits …: in place of those that the demo has. */
  readonly settings?: SettingsChoice | undefined;
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

export function createService(options: ServiceOptions = {}): Service {
  const { dataFile, hasScriptedAgent = true, warn = () => {} } = options;
  const log = dataFile === undefined ? undefined : openLogFile(dataFile, warn);
  const mail = createDeliver(warn);
  const core = createCore(options, log, mail.deliver);
  const sockets = createSockets(core);
  const sockJs = createSockJs(core);
  const scripted = core.settings.agents.find(({ id }) => id === SCRIPTED_AGENT_ID);
  const scriptedAgent =
    hasScriptedAgent && scripted
      ? createScriptedAgent({ clock: realClock, token: scripted.token, connect: inProcessAgentLine(core, realClock) })
      : undefined;
  return {
    core,
    answer: async (request, response) => sockJs.answer(request, response) || answerApi(core, request, response),
    upgrade: (request, socket, head) => sockets.upgrade(request, socket, head) || sockJs.upgrade(request, socket, head),
    async close() {
      scriptedAgent?.stop();
      core.dispose();
      mail.close();
      sockJs.close();
      await sockets.close();
      log?.close();
    },
  };
}

function createCore(
  { dataFile, settings = {}, warn = () => {} }: ServiceOptions,
  log: LogFile | undefined,
  deliver: Deliver,
): SandboxCore {
  try {
    return createSandboxCore({
      clock: realClock,
      random: realRandom,
      log,
      history: log?.history ?? [],
      files: dataFile === undefined ? undefined : fileFolder(`${dataFile}.files`),
      deliver,
      // Without a file nothing else is kept, and a browser should be the same customer again after a restart.
      settings: log ? settings : { key: 'kept nowhere, so the same each time', ...settings },
      report: (error) => warn(`sandbox: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
    });
  } catch (error) {
    log?.close();
    throw error;
  }
}
