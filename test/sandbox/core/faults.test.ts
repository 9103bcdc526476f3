import { describe, expect, it } from 'vitest';
import { createFaultyLine, type FaultPlan, type SandboxConnection } from '../../../src/sandbox/core/index';
import { type Frame, SandboxPeer } from '../../support/sandbox-peer';
import { sandboxStage } from '../../support/sandbox-stage';

/** A visitor with an active chat, on a line that behaves until `plan` is told otherwise. */
function onLine() {
  const stage = sandboxStage({ settings: { limits: { idleMs: 10 ** 9 } } });
  const { core, clock } = stage;
  const { organizationId } = core.settings;
  const plan: { -readonly [K in keyof FaultPlan]: FaultPlan[K] } = {};
  const line = createFaultyLine(clock, (wire) => core.connectCustomer({ version: '3.6', organizationId }, wire), plan);
  const mara = stage.agent('mara');
  const refused: SandboxConnection = { receive() {}, alive() {}, closed() {} };
  const visitor = new SandboxPeer((wire) => line.connect(wire) ?? refused);
  visitor.get('login', { token: stage.token().access_token });
  const { chat_id } = visitor.get('start_chat');
  visitor.takeNames();
  mara.takeNames();
  const send = () => visitor.ask('send_event', { chat_id, event: { type: 'message', text: 'x' } });
  return { ...stage, plan, line, mara, visitor, chat_id, send };
}

const isPush = ({ type }: Frame) => type === 'push';

describe('a faulty line', () => {
  it('loses a request, a response or a push', () => {
    const { plan, visitor, mara, send } = onLine();
    plan.onRequest = () => 'lose';
    expect(send()).toBeUndefined();
    expect(mara.frames).toEqual([]);

    plan.onRequest = () => undefined;
    plan.onReply = ({ type }) => (type === 'response' ? 'lose' : undefined);
    expect(send()).toBeUndefined();
    expect(visitor.takeNames()).toEqual(['incoming_event']);

    plan.onReply = ({ type, action }) => (type === 'push' && action === 'incoming_event' ? 'lose' : undefined);
    expect(send().success).toBe(true);
    expect(visitor.takeNames()).toEqual(['send_event:response']);
  });

  it('says a push twice', () => {
    const { plan, visitor, send } = onLine();
    plan.onReply = ({ type }) => (type === 'push' ? 'repeat' : undefined);
    send();
    expect(visitor.frames.filter(isPush)).toHaveLength(2);
  });

  it('is slow in both directions, and keeps the order', () => {
    const { plan, visitor, mara, send, clock } = onLine();
    plan.onRequest = () => ({ delayMs: 300 });
    send();
    plan.onRequest = () => undefined;
    send();
    clock.pass(299);
    expect(mara.frames).toEqual([]);
    clock.pass(1);
    expect(mara.pushes('incoming_event')).toHaveLength(2);
    visitor.takeNames();

    plan.onReply = ({ type }) => (type === 'response' ? { delayMs: 200 } : undefined);
    send();
    expect(visitor.frames).toEqual([]);
    clock.pass(200);
    expect(visitor.takeNames()).toEqual(['send_event:response', 'incoming_event']);
  });

  it('lets a push overtake', () => {
    const { plan, visitor, send, clock } = onLine();
    plan.onReply = ({ type }) => (type === 'response' ? { lateMs: 200 } : undefined);
    send();
    expect(visitor.takeNames()).toEqual(['incoming_event']);
    clock.pass(200);
    expect(visitor.takeNames()).toEqual(['send_event:response']);
  });

  it.each([
    ['cut-before-handling', 0, []],
    ['cut-after-handling', 1, []],
    ['cut-after-response', 1, ['send_event:response']],
  ] as const)('breaks: %s', (fault, handled, heard) => {
    const { plan, visitor, mara, line, send } = onLine();
    plan.onRequest = ({ action }) => (action === 'send_event' ? fault : undefined);
    send();
    expect(mara.pushes('incoming_event')).toHaveLength(handled);
    expect(visitor.closed).toEqual({ code: 1006, reason: '' });
    expect(visitor.takeNames()).toEqual(heard);
    expect(line.open).toBe(0);
  });

  it('breaks when told, without a goodbye, and cleans up', () => {
    const { line, visitor, mara, send } = onLine();
    line.cut();
    expect(visitor.closed?.code).toBe(1006);
    expect(visitor.frames).toEqual([]);
    send();
    expect(mara.frames).toEqual([]);
  });

  it('refuses who calls', () => {
    const { line, plan } = onLine();
    plan.refuses = () => true;
    expect(line.connect({ send() {}, close() {} })).toBeUndefined();
    plan.refuses = () => false;
    expect(line.connect({ send() {}, close() {} })).toBeDefined();
  });

  it('passes a goodbye on, behind everything that waits', () => {
    const { core, plan, visitor, send, clock } = onLine();
    plan.onReply = ({ type }) => (type === 'response' ? { delayMs: 100 } : undefined);
    send();
    core.disconnectCustomers('internal_error');
    expect(visitor.closed).toBeUndefined();
    clock.pass(100);
    expect(visitor.takeNames()).toEqual(['send_event:response', 'incoming_event', 'customer_disconnected']);
    expect(visitor.closed?.code).toBe(1000);
  });
});
