import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { WebSocket } from 'ws';
import type { Frame } from './sandbox-peer';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
/** Inside the project, so that packages are found from there. */
const OUT = 'node_modules/.cache/sandbox-process';

/** The command line as it is, in one file that Node can run. */
export async function buildCommand(): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: at('src/sandbox/server/cli.ts'), outDir: at(OUT), emptyOutDir: true, target: 'node20' },
  });
  return at(`${OUT}/cli.js`);
}

export interface SandboxProcess {
  readonly url: string;
  readonly organizationId: string;
  readonly clientId: string;
  /** Ends it without a word. */
  kill(): Promise<void>;
}

export async function startProcess(command: string, dataFile: string): Promise<SandboxProcess> {
  const child = spawn(process.execPath, [command, 'sandbox', '--data', dataFile, '--no-scripted-agent'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const { url, organizationId, clientId } = JSON.parse(line);
    return { url, organizationId, clientId, kill: () => end(child) };
  }
  throw new Error(`The sandbox ended with exit code ${child.exitCode} before it said where it is`);
}

async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

/** A socket that is asked, and that may go away in mid-sentence. */
export async function askingSocket(url: string) {
  const socket = new WebSocket(url);
  const answers = new Map<string, (frame: Frame) => void>();
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.on('error', () => {});
  socket.on('message', (data) => {
    const frame = JSON.parse((data as Buffer).toString());
    if (frame.type === 'response') answers.get(frame.request_id)?.(frame.payload);
  });
  await new Promise((resolve) => socket.once('open', resolve));
  let count = 0;
  return {
    closed,
    close: () => socket.close(),
    ask(action: string, payload: object = {}): Promise<Frame> {
      count += 1;
      const request_id = `q${count}`;
      socket.send(JSON.stringify({ request_id, action, payload }));
      return new Promise((resolve) => answers.set(request_id, resolve));
    },
  };
}
