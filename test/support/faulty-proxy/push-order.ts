import type { PushRules } from './weather';

/** They are not waited for any longer, when there are fewer. */
const GATHER_MS = 60;

/** Lets frames of the service through: answers as they come, pushes as the rules say. */
export function createPushOrder(rules: Readonly<PushRules>, pass: (bytes: Buffer) => void) {
  let gathered: Buffer[] = [];
  let timer: NodeJS.Timeout | undefined;

  function release(): void {
    clearTimeout(timer);
    for (const bytes of gathered.splice(0).reverse()) pass(bytes);
  }

  return {
    push(action: string, bytes: Buffer): void {
      if (rules.isLost(action)) return;
      for (const copy of rules.areRepeated ? [bytes, bytes] : [bytes]) {
        if (!rules.window) pass(copy);
        else if (gathered.push(copy) === 1) timer = setTimeout(release, GATHER_MS);
      }
      if (gathered.length >= rules.window) release();
    },
    stop(): void {
      clearTimeout(timer);
      gathered = [];
    },
  };
}
