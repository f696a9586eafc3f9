import type { CommissionState } from '@cordee/core/counting';
import { copyBytes, copyLines, literalUuid } from '../../../platform/db/copy.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Report } from './differences.ts';

/**
 * Compares where each commission stands, and how much of it is taken back, with what all facts gave: `states` in the order of
 * the facts. Rows that are missing or too many are for the comparison of the commissions themselves to tell. All of them are compared as
 * bytes; only if they are not the same they are read again, one by one.
 */
export async function compareStates(
  tx: Tx,
  workspaceId: string,
  states: () => Iterable<CommissionState>,
  report: Report,
): Promise<void> {
  const query =
    `select fact_seq, number, status, reversed, payout_seq, settled_in from commission where workspace_id = ${literalUuid(workspaceId)}` +
    ` order by fact_seq, number`;
  if (await isSame(tx, query, states())) return;
  const expected = states()[Symbol.iterator]();
  let next = expected.next();
  await copyLines(tx, query, (line) => {
    const [seqText = '', numberText, ...found] = line.split('\t');
    const [seq, number] = [BigInt(seqText), Number(numberText)];
    while (next.done !== true && isBefore(next.value, seq, number)) next = expected.next();
    if (next.done === true || next.value.factSeq !== seq || next.value.number !== number) return;
    const wanted = stateText(next.value, ' ');
    if (wanted !== found.join(' ')) report(`state of commission ${number}`, seq, wanted, found.join(' '));
  });
}

async function isSame(tx: Tx, query: string, states: Iterable<CommissionState>): Promise<boolean> {
  const pieces = linesOf(states);
  let piece: Buffer = Buffer.alloc(0);
  let at = 0;
  let same = true;
  await copyBytes(tx, query, 'text', (bytes) => {
    for (let from = 0; same && from < bytes.length;) {
      if (at === piece.length) [piece, at] = [pieces.next().value ?? Buffer.alloc(0), 0];
      const length = Math.min(bytes.length - from, piece.length - at);
      same = length > 0 && bytes.compare(piece, at, at + length, from, from + length) === 0;
      from += length;
      at += length;
    }
  });
  return same && at === piece.length && pieces.next().done === true;
}

const linesOfPiece = 1000;

/** As COPY's text has them. */
function* linesOf(states: Iterable<CommissionState>): Generator<Buffer, undefined> {
  let text = '';
  let lines = 0;
  for (const state of states) {
    text += `${state.factSeq}\t${state.number}\t${stateText(state, '\t')}\n`;
    lines += 1;
    if (lines % linesOfPiece !== 0) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}

function isBefore(state: CommissionState, seq: bigint, number: number): boolean {
  return state.factSeq < seq || (state.factSeq === seq && state.number < number);
}

function stateText({ status, reversed, payoutSeq, settledIn }: CommissionState, between: string): string {
  return `${status}${between}${reversed}${between}${payoutSeq ?? '\\N'}${between}${settledIn ?? '\\N'}`;
}
