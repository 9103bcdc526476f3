import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fact } from '../../../src/sandbox/core/index';
import { DataFileError } from '../../../src/sandbox/server/index';
import { openLogFile } from '../../../src/sandbox/server/log-file';

const turn = (key: string): readonly Fact[] => [{ fact: 'key-made', key }];

let folder: string;
let file: string;
let warnings: string[];
const open = () => openLogFile(file, (message) => warnings.push(message));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-log-'));
  file = join(folder, 'chats.log');
  warnings = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the data file', () => {
  it('gives back what was put in, in order, and grows', () => {
    const first = open();
    expect(first.history).toEqual([]);
    first.append(turn('ä🚲'));
    first.append(turn('b'));
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(3);
    first.close();
    const second = open();
    expect(second.history).toEqual([turn('ä🚲'), turn('b')]);
    second.append(turn('c'));
    second.close();
    expect(open().history).toHaveLength(3);
    expect(warnings).toEqual([]);
  });

  it('drops a last line that was cut short, says so once, and goes on after it', () => {
    const first = open();
    first.append(turn('a'));
    first.close();
    appendFileSync(file, '[{"fact":"key-made","key":"ä');
    const second = open();
    expect(second.history).toEqual([turn('a')]);
    expect(warnings).toEqual([expect.stringContaining('cut short')]);
    second.append(turn('b'));
    second.close();
    expect(open().history).toEqual([turn('a'), turn('b')]);
    expect(warnings).toHaveLength(1);
  });

  it.each([
    ['text', 'hello\n'],
    ['other JSON', '{"fact":"key-made"}\n'],
    ['facts of tomorrow', '[{"fact":"teleported"}]\n'],
    ['a broken line before a good one', `[{"fact"\n${JSON.stringify(turn('a'))}\n`],
  ])('is not taken for ours when it holds %s', (_, content) => {
    writeFileSync(file, content);
    expect(open).toThrow(DataFileError);
    expect(open).toThrow(/line 1 is not from a sandbox/);
    expect(readFileSync(file, 'utf8')).toBe(content);
  });

  it('that cannot be opened is refused', () => {
    expect(() => openLogFile(join(folder, 'no/such/file'), () => {})).toThrow(DataFileError);
    expect(() => openLogFile(folder, () => {})).toThrow(DataFileError);
  });
});
