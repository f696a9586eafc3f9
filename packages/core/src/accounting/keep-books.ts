import type { Books, BooksOptions } from './books.ts';
import { crossRate } from '../exchange/index.ts';
import { isCurrency, type Rate } from '../money/index.ts';
import type { LocalDate } from '../time/index.ts';
import { accountSums } from './account-sums.ts';
import { type ChartVersion, chartOn, type JournalKind, journalFor } from './chart.ts';
import { entryOutput } from './entry-output.ts';
import { type BookFault, type Move, Stop } from './entry.ts';
import { openPositions } from './positions.ts';
import { placeIn, transfersOf } from './place-in.ts';

/**
 * Turns postings of the ledger into entries of the company's books, one after the other: memory grows with partners, not with postings.
 * Grouped or in detail, each account is debited and credited with the same.
 */
export function keepBooks(options: BooksOptions): Books {
  const { charts, from } = options;
  const positions = openPositions();
  const sums = accountSums();
  const output = entryOutput(options);
  const rateFor = ratesOf(options.rateOf);
  const beside = { moves: 0, within: 0, units: {} as Record<string, number> };
  let version: ChartVersion | null = null;
  let day: LocalDate = '';

  function enter(today: LocalDate): ChartVersion {
    if (today !== day) output.flush();
    day = today;
    const next = chartOn(charts, today);
    if (next === null) throw new Stop({ code: 'chart_missing' });
    if (version !== null && version !== next) transfer(version, next, today);
    version = next;
    return next;
  }
  function transfer(before: ChartVersion, after: ChartVersion, today: LocalDate): void {
    for (const draft of transfersOf(before.chart, after.chart, { positions, options, day: today })) {
      for (const line of draft.lines()) sums.add(line, today >= from);
      if (today >= from) output.put(draft);
    }
  }
  function book(move: Move): void {
    const isWritten = move.day >= from;
    if (!isCurrency(move.currency)) {
      if (isWritten) beside.units[move.currency] = (beside.units[move.currency] ?? 0) + 1;
      return;
    }
    const journal = mustHaveJournal(move.kind);
    const { chart } = enter(move.day);
    const place = placeIn(chart, move, options);
    const valued = positions.value(move, move.currency === 'EUR' ? null : rateFor(move.currency, move.day));
    if (place.isWithin && valued.debit === valued.credit) {
      if (isWritten) beside.within += 1;
      return;
    }
    const lines = place.lines(valued);
    for (const line of lines) sums.add(line, isWritten);
    if (!isWritten) return;
    beside.moves += 1;
    output.add(move, journal, chart.journals[journal], lines);
  }
  return {
    add: (move) =>
      stopped(() => {
        book(move);
        return null;
      }),
    end: () =>
      stopped(() => {
        output.flush();
        return { ...output.written(), ...beside, sums: sums.all() };
      }),
  };
}

function stopped<Value>(work: () => Value): Value | BookFault {
  try {
    return work();
  } catch (error) {
    if (error instanceof Stop) return error.fault;
    throw error;
  }
}

function mustHaveJournal(kind: string): JournalKind {
  const found = journalFor(kind);
  if (found === null) throw new Stop({ code: 'unknown_transaction', kind });
  return found;
}

/** Euro for one unit, looked up once for each day. */
function ratesOf(rateOf: BooksOptions['rateOf']): (currency: string, day: LocalDate) => Rate {
  let known = new Map<string, Rate>();
  let of: LocalDate = '';
  return (currency, day) => {
    if (day !== of) [known, of] = [new Map(), day];
    const found = known.get(currency) ?? crossRate(currency, 'EUR', (code) => rateOf(code, day));
    if (found === null) throw new Stop({ code: 'rate_missing', currency, day });
    known.set(currency, found);
    return found;
  };
}
