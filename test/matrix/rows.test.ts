import { afterAll, describe, expect, it } from 'vitest';
import { startSandbox } from '../../src/sandbox/server';
import { versions } from './cast';
import { table } from './report';
import { rows } from './rows';
import { inesByHand, setStage } from './stage';

const seen = new Map<string, boolean>();

afterAll(() => console.log(table(seen)));

for (const version of versions) {
  describe(`v${version}`, () => {
    for (const row of rows) {
      const push = row.push[version];
      if (!push) continue;
      it(`${row.id} ${row.name}: ${push} reaches the ${row.side}`, { timeout: 30_000 }, async () => {
        const sandbox = await startSandbox({ port: 0, hasScriptedAgent: false });
        const stage = await setStage(sandbox, version, inesByHand);
        try {
          const { cast } = stage;
          seen.set(`${row.id} ${version}`, false);
          await row.cause(cast);
          const hearer = row.side === 'customer' ? cast.ines : hears(row.id) === 'theo' ? cast.theo : cast.mara;
          const payload = await hearer.hears(push, (one) => row.isIt?.(one, cast) ?? true);
          expect(payload).toMatchObject(row.tells(cast));
          for (const path of row.has?.(cast) ?? []) expect(payload, path).toHaveProperty(path.split('.'));
          seen.set(`${row.id} ${version}`, true);
        } finally {
          await stage.close();
          await sandbox.close();
        }
      });
    }
  });
}

/** Mara hears everything but what she has done herself, without an answer for her. */
function hears(id: string): 'mara' | 'theo' {
  return ['6.3'].includes(id) ? 'theo' : 'mara';
}
