import { describe, expect, it } from 'vitest';
import { createStore } from '../../../src/host/app/environment';

function storage(parts: Partial<Storage> = {}): Storage {
  const kept = new Map<string, string>();
  return {
    length: 0,
    clear: () => kept.clear(),
    key: () => null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
    ...parts,
  };
}

const no = () => {
  throw new DOMException('no', 'SecurityError');
};

describe('the store', () => {
  it('keeps things by name, under one prefix', () => {
    const shared = storage();
    const [a, b] = [createStore(() => shared, 'natter:a:'), createStore(() => shared, 'natter:b:')];
    expect(a.write('draft', 'Hello')).toBe(true);
    expect(a.read('draft')).toBe('Hello');
    expect(b.read('draft')).toBeUndefined();
    a.remove('draft');
    expect(a.read('draft')).toBeUndefined();
  });

  it.each([
    ['is not there', no],
    ['is full', () => storage({ setItem: no })],
    ['throws at everything', () => storage({ setItem: no, getItem: no, removeItem: no })],
  ])('that %s remembers for this page view, and says so', (_name, open) => {
    const store = createStore(open as () => Storage, 'natter:');
    expect(store.write('draft', { text: 'Hello' })).toBe(false);
    expect(store.read('draft')).toEqual({ text: 'Hello' });
    store.remove('draft');
    expect(store.read('draft')).toBeUndefined();
  });

  it('takes rubbish for nothing', () => {
    const shared = storage();
    shared.setItem('natter:draft', '{half');
    expect(createStore(() => shared, 'natter:').read('draft')).toBeUndefined();
  });
});
