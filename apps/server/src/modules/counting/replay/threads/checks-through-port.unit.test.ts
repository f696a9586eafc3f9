import { MessageChannel } from 'node:worker_threads';
import { expect, test } from 'vitest';
import type { Checked, Step, StepChecks } from '../step-checks.store.ts';
import { checksThroughPort, OtherSideGone, serveChecks } from './checks-through-port.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const stepOf = (seq: bigint): Step => ({
  after: seq - 1n,
  through: seq,
  facts: [bytes('a fact')],
  books: '',
  rows: [bytes('a row')],
});
const heads = { factSeq: 2n, factHash: 'f', countedSeq: 2n, transactionHash: 't' };
const checked: Checked = { factHash: 'f', transactionHash: 't', differences: [], more: 0 };

function answering(check: StepChecks['check']): StepChecks {
  return { check, end: async ({ factHash }) => ({ ...checked, factHash }) };
}

test('steps are checked on the other side, one after the other, with all they hold', async () => {
  const { port1, port2 } = new MessageChannel();
  const seen: string[] = [];
  const serving = serveChecks(
    port2,
    answering(async ({ through, facts, rows }) => {
      seen.push(`${through} ${[...facts, ...rows].map((part) => Buffer.from(part).toString()).join(', ')}`);
    }),
  );
  const checks = checksThroughPort(port1);
  const step = stepOf(1n);
  await checks.check(step);
  // Handed over, not copied.
  expect(step.rows[0]).toHaveLength(0);
  await checks.check(stepOf(2n));
  expect(await checks.end(heads)).toEqual(checked);
  expect(seen).toEqual(['1 a fact, a row', '2 a fact, a row']);
  port1.close();
  await serving;
});

test('a side that fails or ends is heard of, in the middle of a step and between two', async () => {
  const { port1, port2 } = new MessageChannel();
  const failing = serveChecks(
    port2,
    answering(() => Promise.reject(new Error('the connection is lost'))),
  ).finally(() => port2.close());
  const checks = checksThroughPort(port1);
  const [asked, served] = await Promise.allSettled([checks.check(stepOf(1n)), failing]);
  expect(asked).toMatchObject({ status: 'rejected', reason: new OtherSideGone() });
  expect(served).toMatchObject({ status: 'rejected', reason: new Error('the connection is lost') });
  await expect(checks.check(stepOf(2n))).rejects.toThrow(OtherSideGone);
});
