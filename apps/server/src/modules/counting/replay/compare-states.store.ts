import type { CommissionState } from '@cordee/core/counting';
import { copyLines, literalUuid } from '../../../platform/db/copy.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Report } from './differences.ts';

/**
 * Compares where each commission stands, and how much of it is taken back, with what all facts gave: `states` in the order of
 * the facts. Rows that are missing or too many are for the comparison of the commissions themselves to tell.
 */
export async function compareStates(
  tx: Tx,
  workspaceId: string,
  states: Iterable<CommissionState>,
  report: Report,
): Promise<void> {
  const expected = states[Symbol.iterator]();
  let next = expected.next();
  const query =
    `select fact_seq, number, status, reversed, payout_seq, settled_in from commission where workspace_id = ${literalUuid(workspaceId)}` +
    ` order by fact_seq, number`;
  await copyLines(tx, query, (line) => {
    const [seqText = '', numberText, ...found] = line.split('\t');
    const [seq, number] = [BigInt(seqText), Number(numberText)];
    while (next.done !== true && isBefore(next.value, seq, number)) next = expected.next();
    if (next.done === true || next.value.factSeq !== seq || next.value.number !== number) return;
    const wanted = stateText(next.value);
    if (wanted !== found.join(' ')) report(`state of commission ${number}`, seq, wanted, found.join(' '));
  });
}

function isBefore(state: CommissionState, seq: bigint, number: number): boolean {
  return state.factSeq < seq || (state.factSeq === seq && state.number < number);
}

function stateText({ status, reversed, payoutSeq, settledIn }: CommissionState): string {
  return `${status} ${reversed} ${payoutSeq ?? '\\N'} ${settledIn ?? '\\N'}`;
}
