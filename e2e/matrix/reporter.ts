import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { table } from '../../test/matrix/report';

/** Prints what was seen of each name, at the end of all tests. */
export default class MatrixReporter implements Reporter {
  readonly #seen = new Map<string, boolean>();

  onTestEnd(test: TestCase, { status }: TestResult): void {
    const version = /^v(3\.\d)$/.exec(test.parent.title)?.[1];
    const id = /^(?:E\d+|\d\.\d+)(?= )/.exec(test.title)?.[0];
    if (!version || !id || !test.location.file.endsWith('matrix.spec.ts')) return;
    const key = `${id} ${version}`;
    this.#seen.set(key, status === 'passed' && this.#seen.get(key) !== false);
  }

  onEnd(): void {
    if (this.#seen.size > 0) console.log(`\nSeen in a real browser:\n${table(this.#seen)}\n`);
  }

  printsToStdio(): boolean {
    return false;
  }
}
