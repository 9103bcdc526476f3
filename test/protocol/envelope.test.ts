import { describe, expect, it } from 'vitest';
import { ProtocolError, readFrame, v36 } from '../../src/protocol';
import { fc } from '../support/cases';

describe('the envelope', () => {
  it.each([
    [
      '',
      '{',
      'null',
      '[]',
      '"text"',
      '42',
      '{}',
      '{"type":"push"}',
      '{"type":"push","action":7}',
      '{"type":"other","action":"x"}',
    ],
  ])('of nothing that we know is no frame: %s', (...texts) => {
    for (const text of texts) expect(readFrame(text)).toBeUndefined();
  });

  it('tells answers, refusals and pushes apart', () => {
    expect(readFrame('{"type":"response","request_id":"n1","success":true}')).toEqual({
      kind: 'answer',
      requestId: 'n1',
      payload: {},
    });
    expect(
      readFrame(
        '{"type":"response","request_id":"n1","success":false,"payload":{"error":{"type":"misdirected_request","data":{"region":"fra"}}}}',
      ),
    ).toMatchObject({ kind: 'refusal', requestId: 'n1', code: 'misdirected_request', data: { region: 'fra' } });
    expect(readFrame('{"type":"push","action":"incoming_event","payload":[]}')).toEqual({
      kind: 'push',
      action: 'incoming_event',
      requestId: undefined,
      payload: {},
    });
  });

  it('takes a refusal without a reason for an internal error', () => {
    expect(readFrame('{"type":"response","success":false}')).toMatchObject({ code: 'internal' });
  });
});

it('never throws anything but a ProtocolError, whatever a push holds', () => {
  const keys = [
    'chat_id',
    'thread_id',
    'event',
    'user',
    'chat',
    'users',
    'thread',
    'events',
    'id',
    'type',
    'text',
    '__proto__',
  ];
  const anything = fc.object({ key: fc.constantFrom(...keys), maxDepth: 5, withNullPrototype: true });
  fc.assert(
    fc.property(fc.constantFrom(...v36.readPush.keys()), anything, (action, payload) => {
      try {
        v36.readPush.get(action)!(payload as Record<string, unknown>, () => {});
      } catch (error) {
        expect(error).toBeInstanceOf(ProtocolError);
      }
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    }),
    { numRuns: 5_000 },
  );
});
