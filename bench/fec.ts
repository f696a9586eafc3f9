import { checkFec, type Entry, fecHead, type FecForm, fecLines } from '@cordee/core/accounting';
import type { Bench, Measurement } from './measurement.ts';
import { inTurn, secondsOf } from './rounds.ts';
import { mix } from './stage/sales.ts';
import { summarise } from './statistics.ts';

const NAME = 'fec';
const CLOSED = '2026-12-03';
const form: FecForm = { encoding: 'utf-8', separator: 'tab', validOn: () => CLOSED };

/** Entries of a year written as a FEC and checked line by line, beside strings put together into the same bytes by nothing that looks at them. */
export const fecFile: Bench = {
  name: NAME,
  goal: 0.4,
  async run({ scale }): Promise<Measurement[]> {
    const count = scale.transfers;
    const entries = Array.from({ length: count / 2 }, (_, index) => entryOf(index));
    const expected = plainly(entries);
    const ours = async () => {
      const check = checkFec();
      const texts = [fecHead(form)];
      check.line(fecHead(form).trimEnd());
      for (const entry of entries) {
        const lines = fecLines(entry, form);
        for (const line of lines.split('\r\n')) if (line !== '') check.line(line);
        texts.push(lines);
      }
      const { faults } = check.end();
      if (faults.length > 0) throw new Error(`the file of the bench is wrong: ${JSON.stringify(faults[0])}`);
      must(texts.join(''), expected);
    };
    const plain = async () => must(plainly(entries), expected);
    for (let warm = 0; warm < 2; warm += 1) {
      await ours();
      await plain();
    }
    const pairs = await inTurn(
      scale.rounds * 3,
      async () => count / (await secondsOf(ours)),
      async () => count / (await secondsOf(plain)),
    );
    return [{ name: NAME, unit: 'lines/s', limit: 'plain strings', goal: 0.4, ...summarise(pairs, 'more is better') }];
  },
};

function must(text: string, expected: string): void {
  if (text !== expected) throw new Error('the two files are not the same bytes');
}

/** A commission of a partner: its cost, and what is to be invoiced. */
function entryOf(index: number): Entry {
  const amount = BigInt(2000 + (mix(index) % 900_000));
  const partner = index % 5000;
  const auxiliary = { number: `P${String(partner).padStart(5, '0')}`, name: `Atelier ${partner} SARL` };
  const label = `Commissions - Atelier ${partner} SARL`;
  const month = 1 + Math.trunc((index * 12) / 1_000_000);
  const common = { label, original: null };
  return {
    number: `2026${String(month).padStart(2, '0')}-${String(index + 1).padStart(6, '0')}`,
    journal: { code: 'CO', name: 'Commissions' },
    day: `2026-${String(month).padStart(2, '0')}-15`,
    pieceRef: `2026-${String(month).padStart(2, '0')}-${String(partner).padStart(4, '0')}`,
    pieceOn: `2026-${String(month).padStart(2, '0')}-15`,
    lines: [
      { ...common, account: { number: '622200', name: 'Commissions' }, auxiliary: null, debit: amount, credit: 0n },
      { ...common, account: { number: '408100', name: 'Factures non parvenues' }, auxiliary, debit: 0n, credit: amount },
    ],
  };
}

function plainly(entries: readonly Entry[]): string {
  let text = fecHead(form);
  for (const { number, journal, day, pieceRef, pieceOn, lines } of entries) {
    const on = day.replaceAll('-', '');
    for (const { account, auxiliary, label, debit, credit } of lines) {
      text +=
        `${journal.code}\t${journal.name}\t${number}\t${on}\t${account.number}\t${account.name}\t${auxiliary?.number ?? ''}\t` +
        `${auxiliary?.name ?? ''}\t${pieceRef}\t${pieceOn.replaceAll('-', '')}\t${label}\t${euros(debit)}\t${euros(credit)}\t\t\t` +
        `${CLOSED.replaceAll('-', '')}\t\t\r\n`;
    }
  }
  return text;
}

function euros(cents: bigint): string {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)},${digits.slice(-2)}`;
}
