import { signal } from '@preact/signals';
import { type Json, readNumber, readObjects, readText, toObject, toObjects } from './read';

export type Status = 'accepting_chats' | 'not_accepting_chats' | 'offline';

export const STATUS_WORDS: { readonly [K in Status]: string } = {
  accepting_chats: 'Accepts chats',
  not_accepting_chats: 'Not accepting',
  offline: 'Offline',
};

export interface Group {
  /** Empty until somebody says it. */
  readonly name: string;
  readonly status: Status | undefined;
}

/** The status of every agent and of every group that we heard of. */
export function createTeam() {
  const agents = signal<ReadonlyMap<string, Status>>(new Map());
  const names = signal<ReadonlyMap<string, string>>(new Map());
  const groups = signal<ReadonlyMap<number, Group>>(new Map([[0, { name: 'General', status: undefined }]]));

  function setAgent(id: string | undefined, status: Status | undefined) {
    if (id && status) agents.value = new Map(agents.peek()).set(id, status);
  }

  function putGroup(from: Json) {
    const id = readNumber(from, 'id');
    if (id === undefined) return;
    const old = groups.peek().get(id);
    const name = readText(from, 'name') ?? old?.name ?? '';
    const status = readStatus(from) ?? readStatus(from, 'routing_status') ?? old?.status;
    groups.value = new Map(groups.peek()).set(id, { name, status });
  }

  function hear(action: string, payload: unknown) {
    const fields = toObject(payload);
    if (action === 'routing_status_set') setAgent(readText(fields, 'agent_id'), readStatus(fields));
    if (action === 'groups_status_updated') readObjects(fields, 'groups').forEach(putGroup);
    if (action === 'group_created' || action === 'group_updated') putGroup(fields);
  }

  /** The answer of `list_routing_statuses`: a bare list. */
  function list(answer: unknown) {
    for (const entry of toObjects(answer)) setAgent(readText(entry, 'agent_id'), readStatus(entry));
  }

  /** Answers of the Configuration API: what agents and bots are called, and the groups. */
  function learnNames(lists: readonly unknown[]) {
    const pairs = lists.flatMap(toObjects).map((entry) => [readText(entry, 'id'), readText(entry, 'name')] as const);
    names.value = new Map(pairs.flatMap(([id, name]) => (id && name ? [[id, name]] : [])));
  }

  function learnGroups(list: unknown) {
    toObjects(list).forEach(putGroup);
  }

  return { agents, groups, names, hear, list, learnNames, learnGroups, setAgent };
}

export type Team = ReturnType<typeof createTeam>;

export function nameOfGroup(groups: ReadonlyMap<number, Group>, id: number): string {
  return groups.get(id)?.name || `Group ${id}`;
}

export function titleOfGroup(id: number, { name }: Group): string {
  return `Group ${name || id}`;
}

export function readStatus(from: Json, key = 'status'): Status | undefined {
  const status = readText(from, key) as Status;
  return Object.hasOwn(STATUS_WORDS, status) ? status : undefined;
}
