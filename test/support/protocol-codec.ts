import { readdirSync, readFileSync } from 'node:fs';
import type { RestUpdate, Update } from '../../src/domain';
import { createV36, type Dialect, type Json, loadV30, type ProtocolRest, rest36 } from '../../src/protocol';

export interface Codec {
  readonly version: '3.0' | '3.6';
  readonly dialect: Dialect;
  readonly rest: ProtocolRest;
}

export async function loadCodecs(): Promise<readonly Codec[]> {
  const { v30, rest30 } = await loadV30();
  return [
    { version: '3.0', dialect: v30, rest: rest30 },
    { version: '3.6', dialect: createV36(rest36.more), rest: rest36 },
  ];
}

/** All that a push tells: what the core reads comes first. */
export function hear({ dialect, rest }: Codec, action: string, payload: Json, drops: string[] = []) {
  const drop = ({ path }: { path: string }) => drops.push(path);
  const core: readonly (Update | undefined)[] = [dialect.readPush.get(action)?.(payload, drop)];
  const more: readonly (Update | RestUpdate)[] = rest.readPush.get(action)?.(payload, drop) ?? [];
  return [...core.filter((update) => update !== undefined), ...more];
}

const folderOf = (version: string) => new URL(`../fixtures/v${version}/customer/`, import.meta.url);

export const fixtureNames = (version: string): string[] =>
  readdirSync(folderOf(version)).map((file) => file.replace(/\.json$/, ''));

export const fixtureText = (version: string, name: string): string =>
  readFileSync(new URL(`${name}.json`, folderOf(version)), 'utf8');

/** Fresh each time, so that a test may spoil it. */
export const loadFixture = (version: string, name: string): unknown => JSON.parse(fixtureText(version, name));

/** `at(frame, 'payload.event.text')`: what stands there, if anything does. */
export function at(raw: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (value as Json | undefined)?.[key], raw);
}

export const listAt = (raw: unknown, path: string): readonly unknown[] =>
  (at(raw, path) as unknown[] | undefined) ?? [];
