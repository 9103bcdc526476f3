import { parseArgs } from 'node:util';

/** What was typed after `natter`. */
export type Command =
  | { readonly name: 'sandbox'; readonly options: SandboxCommand }
  | { readonly name: 'demo'; readonly options: DemoCommand }
  | { readonly name: 'help' }
  | { readonly name: 'version' }
  | { readonly name: 'wrong'; readonly message: string };

export interface SandboxCommand {
  readonly port: number;
  readonly host: string;
  readonly dataFile?: string;
  readonly hasScriptedAgent: boolean;
  readonly trustedDomains: readonly string[];
  /** Files of a key and a certificate: then it is https and wss. */
  readonly tls?: { readonly keyFile: string; readonly certFile: string };
}

export interface DemoCommand extends SandboxCommand {
  /** Taken: say so and stop, instead of taking the next one. */
  readonly isStrict: boolean;
}

export const HELP = `natter: a customer chat widget, and a chat service for your own machine

  natter demo [--strict-port] [options]
      The demo shop with the widget, the agent console and the sandbox on one port.
      Default port: PORT from the environment, or 4173; if it is taken, the next free one.

  natter sandbox [options]
      The chat service alone. Prints one line of JSON when it is ready. Default port: 0, any free one.

  --port N               port to listen on, from 0 to 65535
  --host H               address to listen on (default 127.0.0.1)
  --data FILE            keep chats in FILE, and uploaded files in the folder FILE.files, and go on with them next time
  --tls-key FILE         with --tls-cert FILE: speak https and wss with this key and certificate (PEM)
  --trusted-domain HOST  pages of this host and its subdomains may have the chat, and no others; may be said again
  --no-scripted-agent    nobody answers but you, from the console
  --strict-port          stop if the port is taken
  -h, --help             this text
  -v, --version          the version
`;

const DEMO_PORT = 4173;

class Wrong extends Error {}

const OPTIONS = {
  port: { type: 'string' },
  host: { type: 'string' },
  data: { type: 'string' },
  'tls-key': { type: 'string' },
  'tls-cert': { type: 'string' },
  'no-scripted-agent': { type: 'boolean' },
  'trusted-domain': { type: 'string', multiple: true },
  'strict-port': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/** Pure: the arguments without `node` and the script, and the environment for the default port. */
export function parseCommand(
  args: readonly string[],
  environment: { readonly PORT?: string | undefined } = {},
): Command {
  try {
    return read(args, environment);
  } catch (error) {
    if (!(error instanceof Wrong) && !isParseError(error)) throw error;
    return { name: 'wrong', message: firstSentence(error.message) };
  }
}

function read(args: readonly string[], environment: { readonly PORT?: string | undefined }): Command {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  if (values.help) return { name: 'help' };
  if (values.version) return { name: 'version' };
  const [name, extra] = positionals;
  if (name === undefined) throw new Wrong('no command given: try natter demo, natter sandbox or natter --help');
  if (name !== 'sandbox' && name !== 'demo') throw new Wrong(`unknown command "${name}": try demo or sandbox`);
  if (extra !== undefined) throw new Wrong(`unexpected argument "${extra}"`);
  const common = {
    host: filled('host', values.host) ?? '127.0.0.1',
    ...(values.data !== undefined && { dataFile: filled('data', values.data) ?? '' }),
    ...readTls(values['tls-key'], values['tls-cert']),
    hasScriptedAgent: !values['no-scripted-agent'],
    trustedDomains: (values['trusted-domain'] ?? []).map((host) => readHost(host)),
  };
  if (name === 'sandbox') {
    if (values['strict-port']) throw new Wrong('--strict-port is for natter demo only');
    return { name, options: { ...common, port: readPort('--port', values.port) ?? 0 } };
  }
  const port = readPort('--port', values.port) ?? readPort('PORT', environment.PORT || undefined) ?? DEMO_PORT;
  return { name, options: { ...common, port, isStrict: values['strict-port'] ?? false } };
}

function readPort(from: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new Wrong(`${from} must be a number from 0 to 65535, not "${text}"`);
  return port;
}

/** It becomes part of a header. */
function readHost(text: string): string {
  if (!/^[a-z\d-]+(\.[a-z\d-]+)*$/i.test(text))
    throw new Wrong(`--trusted-domain must be the name of a host, not "${text}"`);
  return text.toLowerCase();
}

function readTls(key: string | undefined, cert: string | undefined): Pick<SandboxCommand, 'tls'> {
  const [keyFile, certFile] = [filled('tls-key', key), filled('tls-cert', cert)];
  if (keyFile === undefined && certFile === undefined) return {};
  if (keyFile === undefined || certFile === undefined) throw new Wrong('--tls-key and --tls-cert go together');
  return { tls: { keyFile, certFile } };
}

function filled(name: string, text: string | undefined): string | undefined {
  if (text === '') throw new Wrong(`--${name} needs a value`);
  return text;
}

const isParseError = (error: unknown): error is Error =>
  error instanceof Error && String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS');

/** Node explains at length; one line is asked for. */
const firstSentence = (message: string) => message.split('\n')[0]?.replace(/\. .*$/, '') ?? message;
