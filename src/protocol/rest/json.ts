import { clean } from '../clean';
import { isObject } from '../reader';

const DEEPEST = 20;
const MOST_VALUES = 5_000;
// Harmless as data, and not to those who merge objects without care.
const LOADED_NAMES = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * A copy of any JSON for those who know what it means: not deeper and not more than a page can bear, and without names
 * that lead to prototypes. What is too much is `null`.
 */
export function copyJson(value: unknown): unknown {
  let left = MOST_VALUES;

  function copy(from: unknown, depth: number): unknown {
    left -= 1;
    if (left < 0 || depth > DEEPEST) return null;
    if (typeof from === 'string') return clean(from);
    if (typeof from === 'number') return Number.isFinite(from) ? from : null;
    if (typeof from === 'boolean') return from;
    if (Array.isArray(from)) return from.slice(0, left).map((each) => copy(each, depth + 1));
    return isObject(from) ? copyObject(from, depth) : null;
  }

  function copyObject(from: object, depth: number) {
    const entries = Object.entries(from).filter(([name]) => !LOADED_NAMES.has(name));
    return Object.fromEntries(entries.slice(0, left).map(([name, each]) => [name, copy(each, depth + 1)]));
  }

  return copy(value, 0);
}
