import { booksWords } from './books-words.ts';
import type { ChartJournal, JournalKind } from './chart.ts';
import { type DraftEntry, lineAdder } from './draft-entry.ts';
import { type Auxiliary, type EntryLine, type Move, Stop } from './entry.ts';
import type { BooksOptions, BooksResult } from './books.ts';

type Written = { -readonly [Key in 'entries' | 'lines' | 'debit' | 'credit']: BooksResult[Key] };

/** Where entries are put together, numbered and handed out. */
export interface EntryOutput {
  /** Adds lines of a move to the entry they belong to. */
  add(move: Move, kind: JournalKind, journal: ChartJournal, lines: readonly EntryLine[]): void;
  /** Hands out an entry that is whole. */
  put(draft: DraftEntry): void;
  /** Hands out those that were put together. */
  flush(): void;
  written(): Readonly<Written>;
}

/** Opens it. Entries of one day are put together until somebody flushes; in detail those of one fact. */
export function entryOutput(options: BooksOptions): EntryOutput {
  const { detail, language, emit } = options;
  const words = booksWords[language];
  const tally: Written = { entries: 0, lines: 0, debit: 0n, credit: 0n };
  let month = '';
  let number = 0;
  let fact: bigint | null = null;
  let open = new Map<string, DraftEntry>();

  function put(draft: DraftEntry): void {
    const lines = draft.lines();
    if (lines.length === 0) return;
    if (draft.day.slice(0, 7) !== month) [month, number] = [draft.day.slice(0, 7), 0];
    number += 1;
    count(tally, lines);
    const { journal, day, pieceRef, pieceOn } = draft;
    emit({ number: `${month.replace('-', '')}-${String(number).padStart(6, '0')}`, journal, day, pieceRef, pieceOn, lines });
  }
  function flush(): void {
    for (const draft of open.values()) put(draft);
    open = new Map();
  }
  function begin(move: Move, kind: JournalKind, journal: ChartJournal, pieceRef: string, name: string): DraftEntry {
    const what = detail ? `${words.kinds[move.kind] ?? move.kind} ${move.label}`.trim() : words.journals[kind];
    const pieceOn = detail ? move.effectiveOn : move.day;
    return lineAdder({ day: move.day, journal, pieceRef, pieceOn, label: `${what} - ${name}`, detail });
  }
  return {
    add(move, kind, journal, lines) {
      const { pieceRef, auxiliary } = documentOf(move, options);
      if (detail && move.factSeq !== fact) flush();
      fact = move.factSeq;
      const key = [kind, move.partnerId, move.currency, pieceRef].join(' ');
      const draft = open.get(key) ?? begin(move, kind, journal, pieceRef, auxiliary.name);
      open.set(key, draft);
      for (const line of lines) draft.add(line);
    },
    put,
    flush,
    written: () => tally,
  };
}

/** The number of the document a move follows from: its own, the statement of its month, or one made of month and partner. */
function documentOf(move: Move, { auxiliaryOf, statementOf }: BooksOptions): { pieceRef: string; auxiliary: Auxiliary } {
  const auxiliary = auxiliaryOf(move.partnerId);
  if (auxiliary === null) throw new Stop({ code: 'auxiliary_missing', partnerId: move.partnerId });
  const month = move.day.slice(0, 7);
  const pieceRef = move.piece ?? statementOf(month, move.partnerId, move.currency) ?? `${month}-${auxiliary.number}`;
  return { pieceRef, auxiliary };
}

function count(tally: Written, lines: readonly EntryLine[]): void {
  tally.entries += 1;
  tally.lines += lines.length;
  for (const { debit, credit } of lines) {
    tally.debit += debit;
    tally.credit += credit;
  }
}
