import type { Agent } from './model';
import { readText, toObjects } from './read';

/** The agents that the server wrote into the page. None, if it did not: then the page says so. */
export function readAgents(root: Document): readonly Agent[] {
  const text = root.getElementById('sandbox-agents')?.textContent ?? '[]';
  return toObjects(parse(text)).flatMap((entry) => {
    const id = readText(entry, 'id');
    const token = readText(entry, 'token');
    if (!id || !token) return [];
    return [{ id, token, name: readText(entry, 'name') ?? id, jobTitle: readText(entry, 'jobTitle') ?? '' }];
  });
}

export function rtmUrl({ protocol, host }: Pick<Location, 'protocol' | 'host'>): string {
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/v3.6/agent/rtm/ws`;
}

const KEY = 'agent-console:agent';

/** For this tab only: two tabs can be two agents. Without storage a reload asks again. */
export function rememberAgent(storage: () => Storage, agentId: string | undefined): void {
  try {
    if (agentId) storage().setItem(KEY, agentId);
    else storage().removeItem(KEY);
  } catch {
    // A browser may refuse storage.
  }
}

export function rememberedAgent(storage: () => Storage): string | undefined {
  try {
    return storage().getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
