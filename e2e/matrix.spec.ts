import { versions } from '../test/matrix/cast';
import { rows } from '../test/matrix/rows';
import { inesByHand, type Stage, setStage } from '../test/matrix/stage';
import { consoleEffects } from './matrix/console';
import { test } from './matrix/house';
import { inesWithWidget } from './matrix/ines-with-widget';
import { placeOf } from './matrix/place';
import { widgetEffects } from './matrix/widget';
import { createGuard } from './support/guard';
import { expect } from './support/test';
import { Visitor } from './support/visitor';

test.use({ demoOptions: { scriptedAgent: false } });

/** What is seen outside of the open chat would be there from one row to the next: these have a house of their own. */
const ALONE = ['3.1', '3.2', '3.3', '3.5', '3.13', '3.21', '3.22', '3.25', '3.26', '3.27', '3.28', '6.3'];

for (const version of versions) {
  test.describe(`v${version}`, () => {
    for (const row of rows) {
      const push = row.push[version];
      if (!push) continue;

      if (row.widget) {
        test(`${row.id} ${push} in the widget: ${row.widget}`, async ({ page, shop }) => {
          const guard = createGuard(shop.url);
          guard.watch(page);
          await staged(
            setStage(placeOf(shop.url), version, () => inesWithWidget(page, shop.url, version)),
            async ({ cast }) => {
              await row.cause(cast);
              const payload = await cast.ines.hears(push, (one) => row.isIt?.(one, cast) ?? true);
              expect(payload).toMatchObject(row.tells(cast) as Record<string, unknown>);
              await effect(widgetEffects, row.id)(new Visitor(page), cast);
            },
          );
          expect(guard.complaints).toEqual([]);
        });
      }

      if (row.console && ALONE.includes(row.id)) {
        test(`${row.id} ${push} in the console: ${row.console}`, async ({ agent, demo }) => {
          await staged(setStage(placeOf(demo.url), version, inesByHand), async ({ cast }) => {
            await agent.logsIn(demo.url);
            await agent.opensNewestChat();
            await row.cause(cast);
            await effect(consoleEffects, row.id)(agent, cast);
          });
        });
      } else if (row.console) {
        test(`${row.id} ${push} in the console: ${row.console}`, async ({ office }) => {
          const { desk } = office;
          await staged(setStage(placeOf(office.url), version, inesByHand), async ({ cast }) => {
            // Who has no name is called by the beginning of their id.
            const name = `Visitor ${cast.customerId.slice(0, 4).toUpperCase()}`;
            await desk.chats.getByRole('button', { name }).click();
            await expect(desk.page.getByRole('heading', { name })).toBeVisible();
            await row.cause(cast);
            await effect(consoleEffects, row.id)(desk, cast);
          });
          expect(office.guard.complaints).toEqual([]);
        });
      }
    }
  });
}

async function staged(setting: Promise<Stage>, play: (stage: Stage) => Promise<void>): Promise<void> {
  const stage = await setting;
  try {
    await play(stage);
  } finally {
    await stage.close();
  }
}

function effect<E>(effects: Readonly<Record<string, E>>, id: string): E {
  const found = effects[id];
  if (!found) throw new Error(`Nobody says how ${id} is seen`);
  return found;
}
