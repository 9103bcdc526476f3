export {
  createFaultyLine,
  type FaultPlan,
  type RequestFault,
} from './faults';
export type { Form, HttpRequest, HttpResponse } from './http/index';
export { inProcessAgentLine } from './in-process';
export type { Clock, ConnectTo, Deliver, FactLog, Files, Random, SandboxConnection, Wire } from './ports';
export { createSandboxCore, type SandboxCore, type SandboxOptions } from './sandbox';
export { type AgentLine, createScriptedAgent } from './scripted-agent';
export { chooseSettings, SCRIPTED_AGENT_ID, type Settings, type SettingsChoice } from './settings';
export { type Fact, isTurn } from './store/facts';
export { stageHeaders } from './web/stages';
