import { describe, expect, it } from 'vitest';
import { playAction, unplayedActions } from '../../support/golden-actions';
import { errorCauses } from '../../support/golden-errors';
import { eventCauses } from '../../support/golden-events';
import { playFlow } from '../../support/golden-flows';
import { goodbyeOf } from '../../support/golden-goodbyes';
import { playHttp } from '../../support/golden-http';
import { pushCauses, unplayedPushes } from '../../support/golden-pushes';
import { differences, goldenNames, readGolden } from '../../support/golden-shape';

const alike = { missing: [], extra: [] };
const unplayed: { readonly [name: string]: string } = { ...unplayedActions, ...unplayedPushes };
const played = (start: string) => goldenNames.filter((name) => name.startsWith(start) && !unplayed[name]);

describe('a sample of a request', () => {
  it.each(played('action.').filter((name) => name.endsWith('.request')))('%s is accepted', (name) => {
    expect(playAction(name.slice('action.'.length, -'.request'.length))).toMatchObject({ success: true });
  });
});

describe('a sample of a response', () => {
  it.each(played('action.').filter((name) => name.endsWith('.response')))('%s is what we answer', (name) => {
    const answer = playAction(name.slice('action.'.length, -'.response'.length));
    expect(differences(readGolden(name), answer)).toEqual(alike);
  });
});

describe('a sample of a push', () => {
  it.each([...played('event.'), ...played('push.')])('%s is what we tell', (name) => {
    const sample = readGolden(name);
    const cause = eventCauses[name] ?? pushCauses[name] ?? goodbyeOf(sample);
    expect(differences(sample, cause())).toEqual(alike);
  });
});

describe('a sample of a refusal', () => {
  it.each(played('error.'))('%s is how we refuse', (name) => {
    const { action, payload } = readGolden(name);
    expect(errorCauses[name]?.()).toMatchObject({ action, type: 'response', success: false, payload });
  });
});

describe('a sample of a call over HTTP', () => {
  it.each(played('http.'))('%s is answered like that', (name) => {
    expect(playHttp(name)).toEqual([]);
  });
});

describe('a sample of a story', () => {
  it.each(played('flow.'))('%s is played to its end', (name) => {
    expect(playFlow(name.slice('flow.'.length))).toEqual([]);
  });
});

describe('samples that nothing is done with', () => {
  for (const [name, reason] of Object.entries(unplayed)) it.skip(`${name}: ${reason}`, () => {});
});
