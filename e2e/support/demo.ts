import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const CLI = resolve(import.meta.dirname, '../../dist/sandbox/cli.js');

export interface Demo {
  readonly url: string;
  /** Ends the process without a word, as a crash does. */
  kill(): Promise<void>;
  /** Starts it again on the same port, with what it has kept. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface DemoOptions {
  /** Keeps chats in a file, so that they outlive the process. */
  readonly keepsData?: boolean;
  readonly scriptedAgent?: boolean;
  /** More of the command line. */
  readonly flags?: readonly string[];
}

/** What `npm start` runs after the build, on a port of its own. */
export async function startDemo({
  keepsData = false,
  scriptedAgent = true,
  flags: more = [],
}: DemoOptions = {}): Promise<Demo> {
  const folder = keepsData ? await mkdtemp(join(tmpdir(), 'natter-')) : undefined;
  const flags = [
    ...(folder ? ['--data', join(folder, 'data.jsonl')] : []),
    ...(scriptedAgent ? [] : ['--no-scripted-agent']),
    ...more,
  ];
  let running = await run('0', flags);
  const { port } = new URL(running.url);

  return {
    url: running.url,
    async kill() {
      await end(running.child, 'SIGKILL');
    },
    async restart() {
      running = await run(port, ['--strict-port', ...flags]);
    },
    async stop() {
      await end(running.child, 'SIGTERM');
      if (folder) await rm(folder, { recursive: true });
    },
  };
}

async function run(port: string, flags: readonly string[]): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [CLI, 'demo', '--port', port, ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const [url] = /https?:\/\/[^\s/]+/.exec(line) ?? [];
    if (url) {
      child.stdout.resume();
      return { child, url };
    }
  }
  throw new Error(`The demo ended with exit code ${child.exitCode} before it said where it is`);
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await ended;
}
