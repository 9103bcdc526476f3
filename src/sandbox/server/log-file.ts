import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { type Fact, type FactLog, isTurn } from '../core/index';

export interface LogFile extends FactLog {
  /** What was in the file when it was opened. */
  readonly history: readonly (readonly Fact[])[];
  close(): void;
}

/** Something is wrong with the file that only a person can put right. */
export class DataFileError extends Error {
  override readonly name = 'DataFileError';
}

/** One turn a line. A line that was being written when the power went is cut off; any other that is wrong is not ours. */
export function openLogFile(path: string, warn: (message: string) => void): LogFile {
  let file: number;
  let text: string;
  try {
    file = openSync(path, 'a+');
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new DataFileError(`cannot use the data file ${path}: ${(error as Error).message}`);
  }
  const lines = text.split('\n');
  const rest = lines.pop() ?? '';
  if (rest !== '') {
    warn(`${path}: the last line was cut short and is dropped (${Buffer.byteLength(rest)} bytes)`);
    ftruncateSync(file, Buffer.byteLength(text) - Buffer.byteLength(rest));
  }
  const history = lines.map((line, at) => readTurn(line) ?? fail(file, path, at + 1));
  let isOpen = true;
  return {
    history,
    append(facts) {
      // The number of a closed file may be another file's by now.
      if (!isOpen) throw new Error('The data file is closed');
      writeAll(file, `${JSON.stringify(facts)}\n`);
      fsyncSync(file);
    },
    close() {
      if (isOpen) closeSync(file);
      isOpen = false;
    },
  };
}

function readTurn(line: string): readonly Fact[] | undefined {
  try {
    const turn: unknown = JSON.parse(line);
    return isTurn(turn) ? turn : undefined;
  } catch {
    return undefined;
  }
}

function fail(file: number, path: string, line: number): never {
  closeSync(file);
  throw new DataFileError(`${path}: line ${line} is not from a sandbox`);
}

function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}
