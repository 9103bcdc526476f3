import { isObject, type Json } from '../fields';
import { isLower } from '../versions';
import type { Viewer } from '../viewer';

type Rename = (value: Json) => Json;

/** What was written in v3.6, with the names that a version near it has for the same things. */
export function asOf(version: string, kind: Viewer['side'], payload: unknown): unknown {
  const renames: readonly Rename[] = [
    ...(kind === 'agent' && isLower(version, '3.6') ? [withLastVisit] : []),
    ...(kind === 'agent' && isLower(version, '3.4') ? [withRecipients] : []),
    ...(isLower('3.6', version) ? [withChatsInfo, kind === 'agent' ? withAgentThreadInfo : withThreadInfo] : []),
  ];
  const hasSystemEvents = !isLower(version, '3.6');
  if (renames.length === 0 && hasSystemEvents) return payload;

  function rewrite(value: unknown): unknown {
    if (Array.isArray(value)) return value.filter((item) => hasSystemEvents || !isSystemEvent(item)).map(rewrite);
    if (!isObject(value)) return value;
    const renamed = renames.reduce((one, rename) => rename(one), value);
    return Object.fromEntries(
      Object.entries(renamed).map(([name, item]) => [name, isOpen(name) ? item : rewrite(item)]),
    );
  }
  return rewrite(payload);
}

/** What people put there is theirs. */
const isOpen = (name: string) => name === 'content' || name === 'properties';

const isSystemEvent = (value: unknown) => isObject(value) && value['type'] === 'system' && 'subtype' in value;

function rename(value: Json, from: string, to: string): Json {
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name === from ? to : name, item]));
}

const withLastVisit: Rename = (value) => (value['type'] === 'customer' ? rename(value, 'visit', 'last_visit') : value);

const withRecipients: Rename = (value) => ('created_at' in value ? rename(value, 'visibility', 'recipients') : value);

const withChatsInfo: Rename = (value) => rename(value, 'chats_summary', 'chats_info');

const isSummary = (value: Json) => 'last_event_per_type' in value && 'users' in value;

const withThreadInfo: Rename = (value) => {
  if (!isSummary(value)) return value;
  const { last_thread_id: id, last_thread_created_at: created_at, last_event_per_type: events, ...others } = value;
  return { ...others, ...(id !== undefined && { last_thread_info: { id, created_at, ...lastEvents(events) } }) };
};

const withAgentThreadInfo: Rename = (value) => {
  if (!isSummary(value)) return value;
  const { last_thread_summary: summary, last_event_per_type: events, ...others } = value;
  return { ...others, ...(isObject(summary) && { last_thread_info: { ...summary, ...lastEvents(events) } }) };
};

function lastEvents(events: unknown): Json {
  const entries = Object.entries(isObject(events) ? events : {});
  return {
    last_event_per_type: Object.fromEntries(
      entries.map(([type, last]) => [type, isObject(last) ? { event: last['event'] } : last]),
    ),
  };
}
