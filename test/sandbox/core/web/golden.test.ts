import { describe, expect, it } from 'vitest';
import type { Frame } from '../../../support/sandbox-peer';
import { webSamples } from '../../../support/web-fixtures';

/** The keys all the way down, and the kind of what is there; errors word by word. */
function outline(value: Frame): unknown {
  if (Array.isArray(value)) return value.map(outline);
  if (typeof value !== 'object' || value === null) return typeof value;
  const { filters, properties: _, ...rest } = value;
  const known = Object.entries(rest).map(([key, item]) => [key, key === 'error' ? item : outline(item)]);
  return { ...Object.fromEntries(known), ...(filters && { filters: 'open' }) };
}

/** The number of this refusal is nowhere written down; here it is the one that the tables of errors suggest. */
const OTHER_STATUS = new Map([['v3.6/agent http.error.chat_inactive', 409]]);

describe('the Web API', () => {
  it.each(webSamples)('answers as in the fixture %s', (name, sample, cause) => {
    const { status, body } = cause();
    expect(outline(body)).toEqual(outline(sample.body));
    expect(status).toBe(OTHER_STATUS.get(name) ?? sample.status);
  });
});
