import type { Side } from './side';
import { agentSide as agentSideOfV30 } from './v3.0/agent/index';
import { customerSide as customerSideOfV30 } from './v3.0/customer/index';
import { agentSide } from './v3.6/agent/index';
import { olderActions } from './v3.6/agent/older-actions';
import { atVersion } from './v3.6/at-version';
import { customerSide } from './v3.6/customer/index';
import type { AgentViewer, CustomerViewer, Viewer } from './viewer';

const VERSIONS_OF_V36 = ['3.3', '3.4', '3.5', '3.6', '3.7'] as const;

/** The two APIs in every version that is served, by the version as it stands in a path. */
export const customerSides: ReadonlyMap<string, Side<CustomerViewer>> = sidesOf(customerSide, customerSideOfV30);
export const agentSides: ReadonlyMap<string, Side<AgentViewer>> = sidesOf(agentSide, agentSideOfV30, olderActions);

function sidesOf<V extends Viewer>(
  newest: Side<V>,
  first: Side<V>,
  older: Side<V>['actions'] = new Map(),
): ReadonlyMap<string, Side<V>> {
  const { version: now, actions } = newest;
  const between = { ...newest, actions: new Map([...actions, ...older]) };
  const sides = VERSIONS_OF_V36.map((version) => (version === now ? newest : atVersion(between, version)));
  return new Map([first, ...sides].map((side) => [side.version, side]));
}
