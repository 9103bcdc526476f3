import { readFileSync } from 'node:fs';

export interface FrameFixture {
  readonly action: string;
  readonly payload: { [key: string]: unknown };
}

/** A frame from `test/fixtures`, fresh each time, so that a test may spoil it. */
export function loadFrame(version: string, name: string): FrameFixture {
  const file = new URL(`../fixtures/v${version}/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as FrameFixture;
}
