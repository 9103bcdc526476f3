import { describe, expect, it } from 'vitest';
import {
  deleteProperties,
  listProperties,
  type Properties,
  readProperties,
  setProperties,
} from '../../../src/sandbox/console/properties';
import { parseValue } from '../../../src/sandbox/console/values';

const read = (properties: unknown) => readProperties({ properties });
const plain = (properties: Properties) =>
  listProperties(properties).map(({ namespace, name, value }) => `${namespace}.${name}=${value}`);

describe('properties', () => {
  const start = read({ rating: { score: 1, comment: 'nice' }, routing: { idle: false } });

  it('change in what a push names, and in nothing else', () => {
    const next = setProperties(start, read({ rating: { score: 0 }, routing: { pinned: true } }));
    expect(plain(next)).toEqual(['rating.score=0', 'rating.comment=nice', 'routing.idle=false', 'routing.pinned=true']);
    expect(plain(start)).toContain('rating.score=1');
  });

  it('go one by one, and the namespace with its last one', () => {
    const next = deleteProperties(start, { rating: ['comment', 'never'], routing: ['idle'], other: ['x'] });
    expect(plain(next)).toEqual(['rating.score=1']);
    expect([...next.keys()]).toEqual(['rating']);
  });

  it('are left out when they cannot be one', () => {
    expect(
      plain(read({ a: { list: [], object: {}, nothing: null, no: Number.NaN, yes: 'x' }, b: 7, c: null })),
    ).toEqual(['a.yes=x']);
    expect(plain(read('text'))).toEqual([]);
  });

  it('called by names of objects are names like any other', () => {
    const odd = read(JSON.parse('{"__proto__":{"constructor":"x"}}'));
    expect(plain(odd)).toEqual(['__proto__.constructor=x']);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });
});

it('a typed value has the type that it looks like, and a text stays a text', () => {
  expect([parseValue('1'), parseValue('true'), parseValue('red'), parseValue('')]).toEqual([1, true, 'red', '']);
  expect([parseValue('1', 'a text'), parseValue('0', 7), parseValue('false', true)]).toEqual(['1', 0, false]);
});
