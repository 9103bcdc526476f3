export {
  createFaultyLine,
  type FaultFrame,
  type FaultPlan,
  type FaultyLine,
  type ReplyFault,
  type RequestFault,
} from './faults';
export type { Form, HttpRequest, HttpResponse } from './http/index';
export { inProcessAgentLine } from './in-process';
export type { Clock, ConnectTo, Deliver, FactLog, Files, Random, SandboxConnection, Wire } from './ports';
export { createSandboxCore, type SandboxCore, type SandboxOptions } from './sandbox';
export { type AgentLine, type AgentLineEnd, createScriptedAgent, type ScriptedAgentOptions } from './scripted-agent';
export { type AgentAccount, chooseSettings, SCRIPTED_AGENT_ID, type Settings, type SettingsChoice } from './settings';
export { type Fact, isTurn } from './store/facts';
export { stageHeaders } from './web/stages';
