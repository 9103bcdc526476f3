import { type Claim, createTabs, type OpenSocket, type TabSharing } from '../../connection';
import type { Environment } from './environment';
import type { ServiceLine } from './line';

interface ShareParts {
  readonly name: string;
  /** This tab's own sockets. */
  readonly open: OpenSocket;
  readonly claim: Claim | undefined;
  readonly line: ServiceLine;
  readonly sharing: TabSharing;
  readonly environment: Environment;
}

/** From now on the line is one of several tabs. */
export function shareLine({ line, environment, ...parts }: ShareParts): () => void {
  const { connection } = line;
  const { clock, isPageVisible } = environment;
  const tabs = createTabs({ ...parts, connection, clock, isShown: isPageVisible, id: environment.newCustomId() });
  line.open = tabs.open;
  return () => tabs.dispose();
}
