import type { LocalDate } from '../time/index.ts';
import type { FecFaultCode } from './fec-fault.ts';

interface WatchedLine {
  readonly journal: string;
  readonly entry: string;
  readonly day: LocalDate | null;
  readonly line: number;
  readonly debit: bigint;
  readonly credit: bigint;
}

interface Watched {
  entry: string;
  debit: bigint;
  credit: bigint;
  line: number;
  day: LocalDate;
}

interface Gap {
  readonly line: number;
  readonly detail: string;
}

/**
 * Looks that entries balance, come in the order of their days, and are numbered without a gap: over the whole file, or each journal by
 * itself, as one company or another does. A series may begin again behind another beginning, such as that of a month.
 */
export function journalWatch(add: (code: FecFaultCode, line: number, detail: string) => void) {
  const journals = new Map<string, Watched>();
  let entries = 0;
  let whole: string | null = null;
  const gaps: { whole: Gap | null; byJournal: Gap | null } = { whole: null, byJournal: null };

  function close({ entry, debit, credit, line }: Watched): void {
    if (debit !== credit) add('unbalanced', line, entry);
  }
  return {
    line({ journal, entry, day, line, debit, credit }: WatchedLine): void {
      const open = journals.get(journal);
      if (open?.entry === entry) {
        open.debit += debit;
        open.credit += credit;
        open.line = line;
        if (day !== null && day !== open.day) add('entry_days', line, entry);
        return;
      }
      entries += 1;
      if (open !== undefined) {
        close(open);
        if (day !== null && day < open.day) add('order', line, day);
      }
      if (!follows(whole, entry)) gaps.whole ??= { line, detail: entry };
      if (!follows(open?.entry ?? null, entry)) gaps.byJournal ??= { line, detail: entry };
      whole = entry;
      journals.set(journal, { entry, debit, credit, line, day: day ?? open?.day ?? '' });
    },
    /** How many entries there were. */
    end(): number {
      for (const open of journals.values()) close(open);
      if (gaps.whole !== null && gaps.byJournal !== null) add('gap', gaps.whole.line, gaps.whole.detail);
      return entries;
    },
  };
}

const NUMBER = /^(.*?)(\d{1,18})$/s;

function follows(before: string | null, entry: string): boolean {
  const found = NUMBER.exec(entry);
  if (found === null) return false;
  if (before === null) return true;
  const last = NUMBER.exec(before);
  const [, beginning = '', number = ''] = found;
  if (last === null) return false;
  if (last[1] !== beginning) return BigInt(number) === 1n;
  return BigInt(number) === BigInt(last[2] ?? '') + 1n;
}
