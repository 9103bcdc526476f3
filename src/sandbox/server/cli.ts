#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chooseSettings } from '../core/index';
import { type Command, type DemoCommand, HELP, parseCommand, type SandboxCommand } from './command';
import { DataFileError } from './log-file';
import { consoleFolder, demoFolders } from './pages';
import { type RunningSandbox, startSandbox, type Tls } from './start';

/** This file is dist/sandbox/cli.js. */
const dist = join(dirname(fileURLToPath(import.meta.url)), '..');

const say = (text: string) => process.stdout.write(`${text}\n`);
const warn = (text: string) => process.stderr.write(`${text}\n`);

class Refused extends Error {}

async function run(command: Command): Promise<void> {
  switch (command.name) {
    case 'help':
      process.stdout.write(HELP);
      return;
    case 'version':
      say(readVersion());
      return;
    case 'wrong':
      throw new Refused(command.message);
    case 'sandbox':
      return runSandbox(command.options);
    case 'demo':
      return runDemo(command.options);
  }
}

async function runSandbox(options: SandboxCommand): Promise<void> {
  const settings = { trustedDomains: options.trustedDomains };
  const folders = consoleFolder(dist, chooseSettings(settings));
  const sandbox = await startSandbox({ ...options, settings, tls: readTls(options), warn, folders });
  const { url, organizationId, licenseId, clientId, agentToken } = sandbox;
  const socketUrl = url.replace(/^http/, 'ws');
  stopOnSignal(sandbox);
  say(
    JSON.stringify({
      url,
      customerRtmUrl: `${socketUrl}/v3.6/customer/rtm/ws?organization_id=${organizationId}`,
      agentRtmUrl: `${socketUrl}/v3.6/agent/rtm/ws`,
      tokenUrl: `${url}/v2/customer/token`,
      consoleUrl: `${url}/agent`,
      organizationId,
      licenseId,
      clientId,
      agentToken,
    }),
  );
}

async function runDemo({ isStrict, ...options }: DemoCommand): Promise<void> {
  if (!existsSync(join(dist, 'sandbox/shop'))) throw new Refused('the demo is not built: run npm run build first');
  const settings = { trustedDomains: options.trustedDomains };
  const folders = demoFolders(dist, chooseSettings(settings));
  const tls = readTls(options);
  const sandbox = await startSandbox({ ...options, settings, tls, warn, folders, takesNextPort: !isStrict });
  stopOnSignal(sandbox);
  const { url, port } = sandbox;
  if (options.port !== 0 && port !== options.port) say(`Port ${options.port} is taken, so this is port ${port}.`);
  say(`\n  Harbour Cycles, a shop with a chat   ${url}/`);
  say(`  Answer as an agent                   ${url}/agent`);
  say(`  Ways of embedding                    ${url}/examples/\n`);
}

function readTls({ tls }: SandboxCommand): Tls | undefined {
  if (!tls) return undefined;
  const read = (file: string) => {
    try {
      return readFileSync(file, 'utf8');
    } catch (error) {
      throw new Refused(`cannot read ${file}: ${(error as Error).message}`);
    }
  };
  return { key: read(tls.keyFile), cert: read(tls.certFile) };
}

function stopOnSignal(sandbox: RunningSandbox): void {
  let isStopping = false;
  const stop = () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    void sandbox.close().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // npm runs us in a shell, and a signal to npm ends only that.
  const parent = process.ppid;
  if (process.env['npm_command']) setInterval(() => process.ppid !== parent && stop(), 250).unref();
}

function readVersion(): string {
  const file = [join(dist, '../package.json'), join(dist, '../../package.json')].find(existsSync);
  return file ? String((JSON.parse(readFileSync(file, 'utf8')) as { version?: unknown }).version) : 'unknown';
}

function explain(error: unknown): string | undefined {
  if (error instanceof Refused || error instanceof DataFileError) return error.message;
  const { code, port, address, hostname } = error as NodeJS.ErrnoException & {
    port?: number;
    address?: string;
    hostname?: string;
  };
  if (code === 'EADDRINUSE') return `port ${port} is taken`;
  if (code?.startsWith('ERR_OSSL')) return 'the key or the certificate cannot be used';
  if (code === 'EACCES') return `port ${port} may not be used`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `cannot listen on ${address ?? hostname}`;
  return undefined;
}

run(parseCommand(process.argv.slice(2), process.env)).catch((error: unknown) => {
  const message = explain(error);
  if (message === undefined) throw error;
  warn(`natter: ${message}`);
  process.exitCode = 2;
});
