import { versions } from '../test/matrix/cast';
import { rows } from '../test/matrix/rows';
import { inesByHand, type Stage, setStage } from '../test/matrix/stage';
import { consoleEffects } from './matrix/console';
import { inesWithWidget } from './matrix/ines-with-widget';
import { placeOf } from './matrix/place';
import { widgetEffects } from './matrix/widget';
import { expect, test } from './support/test';
import { Visitor } from './support/visitor';

test.use({ demoOptions: { scriptedAgent: false } });

for (const version of versions) {
  test.describe(`v${version}`, () => {
    for (const row of rows) {
      const push = row.push[version];
      if (!push) continue;

      if (row.widget) {
        test(`${row.id} ${push} in the widget: ${row.widget}`, async ({ page, demo, guard }) => {
          expect(guard.complaints).toEqual([]);
          const place = placeOf(demo.url);
          await staged(
            setStage(place, version, () => inesWithWidget(page, demo.url, version)),
            async ({ cast }) => {
              await row.cause(cast);
              const payload = await cast.ines.hears(push, (one) => row.isIt?.(one, cast) ?? true);
              expect(payload).toMatchObject(row.tells(cast) as Record<string, unknown>);
              await effect(widgetEffects, row.id)(new Visitor(page), cast);
            },
          );
        });
      }

      if (row.console) {
        test(`${row.id} ${push} in the console: ${row.console}`, async ({ agent, demo }) => {
          await staged(setStage(placeOf(demo.url), version, inesByHand), async ({ cast }) => {
            await agent.logsIn(demo.url);
            await agent.opensNewestChat();
            await row.cause(cast);
            await effect(consoleEffects, row.id)(agent, cast);
          });
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
