import { describe, expect, it } from 'vitest';
import { type Json, ProtocolError, readFrame, readSentIds, readThreadPage } from '../../src/protocol';
import { readSentIds30, readThreadIds, readThreads } from '../../src/protocol/dialects/v3.0';
import { fc } from '../support/cases';
import { type Codec, fixtureNames, fixtureText, hear, loadCodecs } from '../support/protocol-codec';
import { mutations, spoil } from '../support/protocol-mutations';
import * as shape from '../support/protocol-shapes';

// Together 100,000. A failure prints its seed and its smallest example.
const RUNS = { frames: 70_000, http: 5_000, json: 20_000, text: 5_000 };

const codecs = await loadCodecs();
const drop = () => {};
const every = (check: (value: unknown, path: string) => void) => (value: unknown, path: string) => {
  for (const each of value as unknown[]) check(each, path);
};

/** Every reader of an answer, and what its type promises. */
function answersOf({ dialect, rest: { answers } }: Codec) {
  const may = (check: (value: unknown, path: string) => void) => (value: unknown, path: string) =>
    value === undefined ? undefined : check(value, path);
  const readers: [read: (payload: Json) => unknown, check: (value: unknown, path: string) => void][] = [
    [(payload) => dialect.readWelcome(payload, dialect.places), shape.welcome],
    [(payload) => dialect.readFoundChat(payload, dialect.places, drop), may(shape.chat)],
    [(payload) => readThreadPage(payload, dialect.places, drop), shape.threadPage],
    [(payload) => readThreads(payload, dialect.places, drop), every(shape.thread)],
    [(payload) => readThreadIds(payload, drop), shape.sane],
    [(payload) => readSentIds(payload, 'c'), shape.sane],
    [(payload) => readSentIds30(payload, 'c'), shape.sane],
    [(payload) => answers.readChat(payload, drop), shape.chat],
    [answers.readGreeting, may(shape.greeting)],
    [answers.readPredictedAgentOfLogin, may(shape.predictedAgent)],
    [answers.readCustomer, shape.user],
    [answers.readGroupStatuses, shape.statuses],
    [answers.readPredictedAgent, shape.predictedAgent],
    [answers.readWelcomeRequest, shape.sane],
    [answers.readForm, may(shape.form)],
    [answers.readLink, shape.sane],
    [answers.readUpload, shape.sane],
    [answers.readProperties, shape.sane],
    [answers.readDynamicConfiguration, shape.sane],
    [answers.readConfiguration, shape.sane],
    [answers.readLocalization, shape.sane],
    // What comes with an error stays as unknown as it came.
    [(body) => answers.readHttpError(body).code, shape.sane],
  ];
  return readers;
}
const answers = new Map(codecs.map((codec) => [codec.version, answersOf(codec)]));

/** Runs `read`, and answers nothing if it could not be read. Anything but a ProtocolError goes through. */
function tolerant<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof ProtocolError) return undefined;
    throw error;
  }
}

const prototypes = [Object.prototype, Array.prototype, Map.prototype, String.prototype, Function.prototype];
const countNames = () => prototypes.map((each) => Reflect.ownKeys(each).length).join();
const before = countNames();

/** Everything that may be done with what came over the wire, whatever it is. */
function take(codec: Codec, text: string, pick: number): void {
  const frame = readFrame(text);
  if (!frame) return;
  shape.sane(frame.requestId, 'requestId');
  if (frame.kind === 'push') {
    const told = tolerant(() => hear(codec, frame.action, frame.payload));
    for (const update of told ?? []) shape.update(update, frame.action);
  }
  // An answer may be one to anything; a push is none, and tried now and then.
  const readers = answers.get(codec.version) ?? [];
  const some = frame.kind === 'answer' ? readers : [readers[pick % readers.length] as (typeof readers)[number]];
  for (const [read, check] of some) {
    const found = tolerant(() => ({ read: read(frame.payload) }));
    if (found) check(found.read, `answer of ${read.toString().slice(0, 60)}`);
  }
  if (countNames() !== before) throw new Error('A prototype was changed');
}

describe.each(codecs)('whatever comes, in v$version', (codec) => {
  const names = fixtureNames(codec.version);
  const frames = names
    .filter((name) => !/^(?:http|flow)\.|\.request$|max-size/.test(name))
    .map((name) => fixtureText(codec.version, name));
  const bodies = names.filter((name) => name.startsWith('http.')).map((name) => fixtureText(codec.version, name));

  it('spoilt frames are read as far as they can be', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.nat(), mutations, (pick, deeds) => {
        take(codec, spoil(frames[pick % frames.length] as string, deeds), pick);
      }),
      { numRuns: RUNS.frames / 2 },
    );
  });

  it('spoilt bodies of HTTP are read as far as they can be', { timeout: 20_000 }, () => {
    fc.assert(
      fc.property(fc.nat(), mutations, (pick, deeds) => {
        const text = bodies[pick % bodies.length] as string;
        const bodyOf = ({ response }: Json) => (response as Json | undefined)?.['body'];
        const body = spoil(text, deeds, bodyOf);
        take(codec, `{"type":"response","success":true,"payload":${body}}`, pick);
      }),
      { numRuns: RUNS.http / 2 },
    );
  });

  it('any JSON may be the payload of any push or answer', { timeout: 30_000 }, () => {
    const actions = [...codec.dialect.readPush.keys(), ...codec.rest.readPush.keys()];
    fc.assert(
      fc.property(fc.nat(), fc.jsonValue({ maxDepth: 3 }), (pick, payload) => {
        take(codec, JSON.stringify({ type: 'push', action: actions[pick % actions.length], payload }), pick);
      }),
      { numRuns: RUNS.json / 2 },
    );
  });

  it('any text may be a frame', { timeout: 20_000 }, () => {
    fc.assert(
      fc.property(fc.nat(), fc.oneof(fc.json({ maxDepth: 2 }), fc.string()), (pick, text) => take(codec, text, pick)),
      { numRuns: RUNS.text / 2 },
    );
  });
});

it('feeds 100,000 of them', () => {
  expect(Object.values(RUNS).reduce((sum, runs) => sum + runs, 0)).toBe(100_000);
});
