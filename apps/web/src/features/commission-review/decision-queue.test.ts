import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDecisionQueue, undoMs, type Decision } from './decision-queue.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const approval = (...commissionIds: string[]): Decision => ({ action: 'approve', commissionIds });

test('a decision is sent after its while, once, and forgotten when it is answered', async () => {
  const send = vi.fn(async () => undefined);
  const queue = createDecisionQueue(send);
  queue.decide(approval('a', 'b'));
  expect([...queue.decided()]).toEqual(['a', 'b']);
  await vi.advanceTimersByTimeAsync(undoMs - 1);
  expect(send).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(send).toHaveBeenCalledExactlyOnceWith(approval('a', 'b'), false);
  expect(queue.decided().size).toBe(0);
});

test('one taken back is never sent; the others are', async () => {
  const send = vi.fn(async () => undefined);
  const queue = createDecisionQueue(send);
  const first = queue.decide(approval('a'));
  queue.decide(approval('b'));
  queue.decide(approval('c'));
  expect(queue.undo(first)).toBe(true);
  expect(queue.undoLatest()).toEqual(approval('c'));
  expect([...queue.decided()]).toEqual(['b']);
  await vi.advanceTimersByTimeAsync(undoMs);
  expect(send.mock.calls).toEqual([[approval('b'), false]]);
  expect(queue.undo(first)).toBe(false);
  expect(queue.undoLatest()).toBeNull();
});

test('leaving the page sends at once, and not a second time', async () => {
  let answer = () => undefined as void;
  const send = vi.fn(() => new Promise<void>((resolve) => (answer = resolve)));
  const queue = createDecisionQueue(send);
  const heard = vi.fn();
  queue.subscribe(heard);
  queue.decide(approval('a'));
  queue.flush();
  expect(send).toHaveBeenCalledExactlyOnceWith(approval('a'), true);
  await vi.advanceTimersByTimeAsync(undoMs * 2);
  expect(send).toHaveBeenCalledTimes(1);
  // On its way it stays out of the list.
  expect([...queue.decided()]).toEqual(['a']);
  answer();
  await vi.advanceTimersByTimeAsync(0);
  expect(queue.decided().size).toBe(0);
  expect(heard).toHaveBeenCalled();
});
