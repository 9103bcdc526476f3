import { claimLine } from '../../connection';
import type { AppSettings } from '../shell/contract';
import type { Environment } from './environment';
import type { ServiceLine } from './line';

/**
 * Connects: by a socket of this tab if no other has one, else through that other, which is fetched for it. Where the
 * browser has no locks or no channel, or the page its own customers, each tab has a line of its own.
 */
export function beginLine(
  { organizationId, clientId, groupId }: AppSettings,
  line: ServiceLine,
  environment: Environment,
): () => void {
  const { sharing } = environment;
  const { gateway, open } = line;
  let isOver = false;
  let stop: (() => void) | undefined;

  function begin(): void {
    if (isOver) return;
    // What was tried while it was not known whose socket it is found none.
    gateway.disconnect();
    gateway.connect();
  }
  function beginAlone(): void {
    line.open = open;
    begin();
  }

  if (!sharing || environment.tokens) begin();
  else {
    line.open = () => ({ send() {}, close() {} });
    // Their log-ins are one: what it is made of must be the same.
    const name = ['natter:1', line.urlOf('', undefined), organizationId, clientId, groupId].join();
    claimLine(sharing.locks, name)
      .then(async (claim) => {
        stop = claim?.letGo;
        if (claim) beginAlone();
        const share = await import('./share');
        if (isOver) return;
        stop = share.shareLine({ name, open, claim, line, sharing, environment });
        if (!claim) begin();
      })
      .catch(beginAlone);
  }

  return () => {
    isOver = true;
    stop?.();
  };
}
