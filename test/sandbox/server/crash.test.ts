import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandboxCore } from '../../../src/sandbox/core/index';
import { openLogFile } from '../../../src/sandbox/server/log-file';
import { sandboxClock, sandboxRandom } from '../../support/sandbox-clock';
import { askingSocket, buildCommand, type SandboxProcess, startProcess } from '../../support/sandbox-process';

const ROUNDS = 6;
const CUTS = 150;
const TOKEN = 'Bearer dal:sandbox-mara';

let folder: string;
let data: string;
let command: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-crash-'));
  data = join(folder, 'data.jsonl');
  command = await buildCommand();
}, 30_000);
afterAll(() => rmSync(folder, { recursive: true }));

const agentOf = async ({ url }: SandboxProcess) => {
  const mara = await askingSocket(`${url.replace('http', 'ws')}/v3.6/agent/rtm/ws`);
  await mara.ask('login', { token: TOKEN });
  return mara;
};

async function tokenOf({ url, organizationId, clientId }: SandboxProcess): Promise<string> {
  const body = { grant_type: 'cookie', response_type: 'token', client_id: clientId, organization_id: organizationId };
  const response = await fetch(`${url}/v2/customer/token`, { method: 'POST', body: JSON.stringify(body) });
  return ((await response.json()) as { access_token: string }).access_token;
}

/** Keeps ten messages on their way until the other side is gone. Those that were acknowledged. */
async function writeUntilGone(sandbox: SandboxProcess, chatId: string, killAfter: number): Promise<readonly string[]> {
  const acknowledged: string[] = [];
  const mara = await agentOf(sandbox);
  const writeOn = async (line: number) => {
    for (let at = 0; ; at += 1) {
      const event = { type: 'message', text: `line ${line}, message ${at} ${'·'.repeat(at % 50)}` };
      const { event_id } = await mara.ask('send_event', { chat_id: chatId, event });
      acknowledged.push(event_id);
      if (acknowledged.length === killAfter) void sandbox.kill();
    }
  };
  for (let line = 0; line < 5; line += 1) void writeOn(line);
  await mara.closed;
  return acknowledged;
}

async function eventsOf(sandbox: SandboxProcess, chatId: string): Promise<ReadonlySet<string>> {
  const mara = await agentOf(sandbox);
  const { threads } = await mara.ask('list_threads', { chat_id: chatId });
  mara.close();
  return new Set(threads.flatMap(({ events }: { events: { id: string }[] }) => events.map(({ id }) => id)));
}

describe('a sandbox that is killed while it writes', () => {
  it('loses nothing that it has acknowledged, time and again', { timeout: 60_000 }, async () => {
    const random = sandboxRandom(7);
    const all: string[] = [];
    let sandbox = await startProcess(command, data);
    const mara = await agentOf(sandbox);
    const visitor = await askingSocket(
      `${sandbox.url.replace('http', 'ws')}/v3.6/customer/rtm/ws?organization_id=${sandbox.organizationId}`,
    );
    await visitor.ask('login', { token: `Bearer ${await tokenOf(sandbox)}` });
    const { chat_id: chatId } = await visitor.ask('start_chat', {});
    mara.close();

    for (let round = 0; round < ROUNDS; round += 1) {
      all.push(...(await writeUntilGone(sandbox, chatId, 5 + Math.floor(random() * 60))));
      sandbox = await startProcess(command, data);
      const kept = await eventsOf(sandbox, chatId);
      expect(all.filter((id) => !kept.has(id))).toEqual([]);
    }
    expect(all.length).toBeGreaterThan(ROUNDS * 5);
    await sandbox.kill();
  });

  it('goes on from a file that was cut anywhere', () => {
    const whole = readFileSync(data);
    const random = sandboxRandom(11);
    for (let cut = 0; cut < CUTS; cut += 1) {
      const length = Math.floor(random() * whole.length);
      const file = join(folder, 'cut.jsonl');
      writeFileSync(file, whole.subarray(0, length));
      const complete = whole.subarray(0, length).toString('utf8').split('\n').length - 1;

      const log = openLogFile(file, () => {});
      expect(log.history).toHaveLength(complete);
      const core = createSandboxCore({ clock: sandboxClock(), random: sandboxRandom(), log, history: log.history });
      core.revokeToken('dal:somebody');
      core.dispose();
      log.close();
      const again = openLogFile(file, (message) => expect.fail(message));
      expect(again.history.length).toBeGreaterThan(complete);
      again.close();
    }
  });
});
