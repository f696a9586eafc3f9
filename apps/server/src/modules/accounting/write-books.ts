import type { ExportBooks } from '@cordee/contract/accounting';
import type { Language } from '@cordee/contract/language';
import {
  type BookFault,
  type Books,
  type BooksResult,
  checkFec,
  type Entry,
  type FecForm,
  fecHead,
  fecLines,
  type FecReport,
  keepBooks,
} from '@cordee/core/accounting';
import { isCurrency } from '@cordee/core/money';
import type { Tx } from '../../platform/db/index.ts';
import { openDailyRates } from '../exchange/index.ts';
import { zoneOf } from '../fact/index.ts';
import { allSums } from '../ledger/index.ts';
import { firstFactAt, selectClosings, statementNumber } from '../statement/index.ts';
import { allAuxiliaries } from './auxiliary.store.ts';
import { selectCharts } from './chart.store.ts';
import { entryWriter } from './entry-writer.ts';
import { type BookMonths, bookMonths, daysOf, monthAt, monthsFrom } from './months.ts';
import { monthSums, type MoveForm, readMoves, statementNumbers } from './move.store.ts';

/** More than any company has closed. */
const ALL_MONTHS = 10_000;

export interface Sink {
  /** Takes the next text of the file; the next postings wait until it has. */
  write(text: string): Promise<void>;
  /** Told how many postings were read. */
  read(postings: number): void;
  /** A moment between two batches. */
  rest?(): Promise<void>;
}

export type WrittenBooks = { readonly books: BooksResult; readonly report: FecReport } | { readonly fault: BookFault };

/**
 * Writes the entries of some months, as the transaction sees them, and checks them as it goes. What came before is only added up, but for
 * other currencies, whose claims keep the value they came in with.
 */
export async function writeBooks(
  tx: Tx,
  workspaceId: string,
  request: ExportBooks & { readonly language: Language },
  sink: Sink,
): Promise<WrittenBooks> {
  const zone = await zoneOf(tx, workspaceId);
  const charts = await selectCharts(tx, workspaceId);
  const closings = await selectClosings(tx, workspaceId, ALL_MONTHS);
  const months = bookMonths(closings, zone);
  const firstAt = await firstFactAt(tx, workspaceId);
  const first = firstAt === null ? request.from : monthAt(firstAt, zone);
  const days = daysOf(first < request.from ? first : request.from, request.to, zone);
  const currencies = (await allSums(tx, workspaceId)).map(({ currency }) => currency);
  const foreign = [...new Set(currencies)].filter((currency) => currency !== 'EUR' && isCurrency(currency));
  const auxiliaries = await allAuxiliaries(tx, workspaceId);
  const statements = new Map<string, Map<string, number>>();
  const form = formOf(request, months);
  const output = checkedOutput(request, form, {
    ...daysOf(request.from, request.to, zone),
    isDraft: !months.isFinal(request.to),
  });
  const books = keepBooks({
    charts,
    from: `${request.from}-01`,
    detail: request.detail,
    language: request.language,
    rateOf: await openDailyRates(tx, workspaceId, foreign, days),
    auxiliaryOf: (partnerId) => auxiliaries.get(partnerId) ?? null,
    statementOf(month, partnerId, currency) {
      const number = statements.get(month)?.get(`${partnerId} ${currency}`);
      return number === undefined ? null : statementNumber({ month, number });
    },
    emit: output.entry,
  });
  const reading = { zone, labels: request.detail, programs: charts.some(({ chart }) => Object.keys(chart.programs).length > 0) };
  const carried = await carryOn(tx, workspaceId, books, {
    first,
    before: request.from,
    months,
    reading,
    hasForeign: foreign.length > 0,
  });
  if (carried !== null) return { fault: carried };
  let postings = 0;
  await sink.write(output.head);
  for (const month of monthsFrom(request.from, request.to, zone)) {
    statements.set(month, await statementNumbers(tx, workspaceId, month));
    const stopped = await addMonth(
      tx,
      workspaceId,
      books,
      { scope: months.scopeOf(month), reading, foreignOnly: false },
      async (count) => {
        postings += count;
        sink.read(postings);
        await sink.write(output.take());
        await sink.rest?.();
      },
    );
    statements.delete(month);
    if (stopped !== null) return { fault: stopped };
  }
  const result = books.end();
  if ('code' in result) return { fault: result };
  await sink.write(output.take());
  return { books: result, report: output.report() };
}

interface Carrying {
  readonly first: string;
  readonly before: string;
  readonly months: BookMonths;
  readonly reading: MoveForm;
  readonly hasForeign: boolean;
}

async function carryOn(tx: Tx, workspaceId: string, books: Books, carrying: Carrying): Promise<BookFault | null> {
  const { first, before, months, reading, hasForeign } = carrying;
  for (const month of monthsFrom(first, before, reading.zone).slice(0, -1)) {
    const scope = months.scopeOf(month);
    for (const move of await monthSums(tx, workspaceId, scope, reading)) {
      const fault = books.add(move);
      if (fault !== null) return fault;
    }
    const stopped = hasForeign
      ? await addMonth(tx, workspaceId, books, { scope, reading, foreignOnly: true }, () => Promise.resolve())
      : null;
    if (stopped !== null) return stopped;
  }
  return null;
}

interface Adding {
  readonly scope: Parameters<typeof readMoves>[2];
  readonly reading: MoveForm;
  readonly foreignOnly: boolean;
}

async function addMonth(
  tx: Tx,
  workspaceId: string,
  books: Books,
  { scope, reading, foreignOnly }: Adding,
  onBatch: (count: number) => Promise<void>,
): Promise<BookFault | null> {
  let fault: BookFault | null = null;
  await readMoves(tx, workspaceId, scope, { ...reading, foreignOnly }, async (moves) => {
    if (fault !== null) return;
    for (const move of moves) {
      fault = books.add(move);
      if (fault !== null) return;
    }
    await onBatch(moves.length);
  });
  return fault;
}

function formOf({ encoding, separator }: ExportBooks, months: BookMonths): FecForm {
  return { encoding, separator, validOn: (day) => months.finalOn(day.slice(0, 7)) };
}

/** Entries in their form, and each of them through the checks of the file, whatever its form. */
function checkedOutput(
  request: ExportBooks & { readonly language: Language },
  form: FecForm,
  bounds: Parameters<typeof checkFec>[0],
): { readonly head: string; entry(entry: Entry): void; take(): string; report(): FecReport } {
  const writer = entryWriter(request, form);
  const check = checkFec(bounds);
  check.line(fecHead(form).trimEnd());
  let texts: string[] = [];
  return {
    head: writer.head,
    entry(entry) {
      const lines = fecLines(entry, form);
      for (const line of lines.split('\r\n')) if (line !== '') check.line(line);
      texts.push(request.format === 'fec' ? lines : writer.entry(entry));
    },
    take() {
      const text = texts.join('');
      texts = [];
      return text;
    },
    report: () => check.end(),
  };
}
