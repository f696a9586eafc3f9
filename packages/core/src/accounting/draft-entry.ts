import type { LocalDate } from '../time/index.ts';
import type { ChartJournal } from './chart.ts';
import type { EntryLine } from './entry.ts';

/** An entry that lines are still added to. */
export interface DraftEntry {
  readonly day: LocalDate;
  readonly journal: ChartJournal;
  readonly pieceRef: string;
  readonly pieceOn: LocalDate;
  /** Lines of one account, partner and side are one line, unless each is wanted. */
  add(line: EntryLine): void;
  /** Debits first. */
  lines(): EntryLine[];
}

interface DraftOptions extends Pick<DraftEntry, 'day' | 'journal' | 'pieceRef' | 'pieceOn'> {
  readonly label: string;
  readonly detail: boolean;
}

type Sum = { -readonly [Key in keyof EntryLine]: EntryLine[Key] };

/** Begins an entry. */
export function lineAdder({ label, detail, ...head }: DraftOptions): DraftEntry {
  const sums = new Map<string, Sum>();
  let number = 0;
  return {
    ...head,
    add(line) {
      number += 1;
      const side = line.debit > 0n ? 'd' : 'c';
      const { account, auxiliary, original } = line;
      const key = detail ? String(number) : `${side} ${account.number} ${auxiliary?.number ?? ''} ${original?.currency ?? ''}`;
      const found = sums.get(key);
      if (found === undefined) {
        sums.set(key, { ...line, label: line.label === '' ? label : line.label });
        return;
      }
      found.debit += line.debit;
      found.credit += line.credit;
      if (original !== null)
        found.original = { currency: original.currency, amount: original.amount + (found.original?.amount ?? 0n) };
    },
    lines() {
      const all = [...sums.values()];
      return [...all.filter(({ debit }) => debit > 0n), ...all.filter(({ debit }) => debit === 0n)];
    },
  };
}
