import { signal } from '@preact/signals-core';
import { expect, it, vi } from 'vitest';
import type { Outcome } from '../../../src/domain';
import { eraseCustomer } from '../../../src/host/app/erase';
import type { AppCall } from '../../../src/host/shell/contract';

async function erase(outcome: Outcome) {
  const calls = signal<readonly AppCall[]>([]);
  const rest = {
    updateCustomer: vi.fn(async (): Promise<Outcome> => outcome),
    // There may be no chat to say it in.
    sendSystemMessage: vi.fn(async (): Promise<Outcome> => 'refused'),
  };
  const answer = await eraseCustomer(rest, calls, Date.UTC(2026, 1, 11));
  return { answer, rest, calls: calls.peek().map(({ name }) => name) };
}

it('row 191: the service is asked first, and only then nothing is known here', async () => {
  const { answer, rest, calls } = await erase('done');
  expect(answer).toBe('done');
  expect(rest.updateCustomer.mock.calls).toEqual([
    [{ sessionFields: new Map([['data_deletion_requested', '2026-02-11T00:00:00.000Z']]) }],
  ]);
  expect(rest.sendSystemMessage).toHaveBeenCalledExactlyOnceWith(
    'data_deletion_requested',
    expect.stringMatching(/deleted/),
    'agents',
  );
  expect(calls).toEqual(['logout']);
});

it.each(['refused', 'failed'] as const)('who could not be asked changes nothing: %s', async (outcome) => {
  const { answer, rest, calls } = await erase(outcome);
  expect(answer).toBe(outcome);
  expect(rest.sendSystemMessage).not.toHaveBeenCalled();
  expect(calls).toEqual([]);
});
