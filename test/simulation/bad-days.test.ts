import { expect, it } from 'vitest';
import { createSandboxCore } from '../../src/sandbox/core';
import { fakeClock } from '../support/fake-clock';
import { seededChance } from './chance';
import { simulatedAgent, simulatedVisitor, type Version } from './people';

const DAYS = Array.from({ length: 150 }, (_, seed) => seed + 1).flatMap((seed) => [
  ['3.0', seed] as const,
  ['3.6', seed] as const,
]);

/** One bad day: people write, and the line does what lines do. Then it heals, and everything has to be right. */
async function badDay(
  version: Version,
  seed: number,
): Promise<{
  trace: string[];
  wanted: string[];
  shown: string[];
  onServer: string[];
  states: unknown[];
}> {
  const clock = fakeClock();
  const chance = seededChance(seed);
  const core = createSandboxCore({ clock, random: chance });
  const agent = simulatedAgent(core);
  const visitor = simulatedVisitor(core, clock, chance, version);
  const { weather } = visitor;
  const trace: string[] = [];
  const wanted: string[] = [];
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)]!;

  const acts: readonly (readonly [string, () => void])[] = [
    ['visitor writes', () => say('v')],
    ['visitor writes thrice', () => ['v', 'v', 'v'].forEach(say)],
    ['agent writes', () => agent.chatId() && agentSays()],
    ['cut', () => visitor.cut()],
    ['cut before handling', () => Object.assign(weather, { cutAt: 'request' })],
    ['cut after handling', () => Object.assign(weather, { cutAt: 'answer' })],
    ['network down', () => goDown()],
    ['pushes twice', () => Object.assign(weather, { repeatsPushes: true })],
    ['pushes once', () => Object.assign(weather, { repeatsPushes: false })],
    ['agent closes', () => agent.chatId() && agent.ask('deactivate_chat', { id: agent.chatId() })],
    ['service restarts its sockets', () => core.disconnectCustomers('connection_evicted')],
    ['token revoked', () => core.disconnectCustomers('access_token_revoked')],
    ['reload', () => visitor.reload()],
  ];
  function say(who: string) {
    const text = `${who}${wanted.length + 1}`;
    wanted.push(text);
    visitor.session.send(text);
  }
  function agentSays() {
    const { length } = agent.heard;
    agent.write(`agent ${length}`);
  }
  function goDown() {
    weather.isDown = true;
    visitor.cut();
    clock.after(chance() * 40_000, () => {
      weather.isDown = false;
    });
  }

  await clock.passAsync(2_000);
  for (let turn = 0; turn < 40; turn += 1) {
    const [name, act] = pick(acts);
    trace.push(`${((clock.now() % 3_600_000) / 1_000).toFixed(1)} ${name}`);
    act();
    agent.alive();
    await clock.passAsync(chance() * (chance() < 0.3 ? 12_000 : 800));
  }

  weather.cutAt = undefined;
  weather.isDown = false;
  weather.repeatsPushes = false;
  for (let second = 0; second < 120; second += 10) {
    agent.alive();
    await clock.passAsync(10_000);
  }
  const items = visitor.session.timeline.items.value;
  const shown = items.flatMap((item) => (item.kind === 'message' ? [item.text] : []));
  const states = items.flatMap((item) => (item.kind === 'message' && item.isOwn ? [item.delivery] : []));
  const onServer = core.facts.flatMap((fact) => {
    const text = JSON.stringify(fact).match(/"text":"((?:v|agent )\d+)"/g) ?? [];
    return text.map((found) => found.slice(8, -1));
  });
  visitor.leave();
  core.dispose();
  return { trace, wanted, shown, onServer, states };
}

it.each(DAYS)(
  'a bad day ends well: nothing lost, nothing twice, in order (version %s, seed %i)',
  async (version, seed) => {
    const { trace, wanted, shown, onServer, states } = await badDay(version, seed);
    const story = trace.join('\n');
    const own = shown.filter((text) => text.startsWith('v'));
    expect(own, story).toEqual(wanted);
    expect(new Set(onServer.filter((text) => text.startsWith('v'))), story).toEqual(new Set(wanted));
    expect(
      onServer.filter((text) => text.startsWith('v')),
      story,
    ).toHaveLength(wanted.length);
    expect(shown, story).toEqual([...new Set(shown)]);
    expect(new Set(shown), story).toEqual(new Set(onServer));
    expect(
      states.filter((state) => state !== 'sent' && state !== 'seen'),
      story,
    ).toEqual([]);
  },
);
