import type { LocalDate } from '../time/index.ts';
import { booksWords } from './books-words.ts';
import type { Chart, ChartAccount } from './chart.ts';
import { type DraftEntry, lineAdder } from './draft-entry.ts';
import { type Auxiliary, type EntryLine, type Move, Stop } from './entry.ts';
import type { BooksOptions } from './books.ts';
import type { Positions, Valued } from './positions.ts';

interface Place {
  /** Whether both sides stand in the very same account. */
  readonly isWithin: boolean;
  readonly lines: (valued: Valued) => EntryLine[];
}

type Words = Pick<BooksOptions, 'auxiliaryOf' | 'language'>;

interface Stand {
  readonly account: ChartAccount;
  readonly auxiliary: Auxiliary | null;
}

/** Where a move stands in a chart. */
export function placeIn(chart: Chart, move: Move, options: Words): Place {
  const debit = standOf(chart, move.debit, move, options);
  const credit = standOf(chart, move.credit, move, options);
  const original = move.currency === 'EUR' ? null : { amount: move.amount, currency: move.currency };
  const isWithin = debit.account.number === credit.account.number && debit.auxiliary?.number === credit.auxiliary?.number;
  return {
    isWithin,
    lines: (valued) => {
      const lines = [
        { ...debit, label: '', debit: valued.debit, credit: 0n, original },
        { ...credit, label: '', debit: 0n, credit: valued.credit, original },
        ...difference(chart, valued, options),
      ];
      // A cent's part of a small amount in another currency may be no cent at all.
      return lines.filter((line) => line.debit !== line.credit);
    },
  };
}

function difference(chart: Chart, { debit, credit }: Valued, { language }: Words): EntryLine[] {
  if (debit === credit) return [];
  const words = booksWords[language];
  const none = { auxiliary: null, original: null };
  if (debit > credit) {
    return [{ ...none, account: accountOf(chart, 'exchange_gain'), label: words.gain, debit: 0n, credit: debit - credit }];
  }
  return [{ ...none, account: accountOf(chart, 'exchange_loss'), label: words.loss, debit: credit - debit, credit: 0n }];
}

function standOf(chart: Chart, kind: string, { partnerId, programId }: Move, { auxiliaryOf }: Words): Stand {
  const account = accountOf(chart, kind);
  const own = kind === 'commission_expense' && programId !== null ? chart.programs[programId] : undefined;
  if (own !== undefined) return { account: { ...own, perPartner: false }, auxiliary: null };
  if (!account.perPartner) return { account, auxiliary: null };
  const auxiliary = auxiliaryOf(partnerId);
  if (auxiliary === null) throw new Stop({ code: 'auxiliary_missing', partnerId });
  return { account, auxiliary };
}

function accountOf(chart: Chart, kind: string): ChartAccount {
  const account = Object.hasOwn(chart.accounts, kind) ? chart.accounts[kind] : undefined;
  if (account === undefined) throw new Stop({ code: 'account_missing', kind });
  return account;
}

interface Transferring {
  readonly positions: Positions;
  readonly options: BooksOptions;
  readonly day: LocalDate;
}

/** What moves what accounts hold to the accounts another chart has for them; costs and gains of before stay where they were. */
export function transfersOf(before: Chart, after: Chart, { positions, options, day }: Transferring): DraftEntry[] {
  const drafts: DraftEntry[] = [];
  for (const [kind, old] of Object.entries(before.accounts)) {
    if (old === undefined) continue;
    const account = accountOf(after, kind);
    if (isResult(old) || isResult(account) || (old.number === account.number && old.perPartner === account.perPartner)) continue;
    const label = booksWords[options.language].transfer(old.number, account.number);
    const pieceRef = `${day.slice(0, 7)}-${account.number}`;
    const draft = lineAdder({ day, journal: after.journals.exchange, pieceRef, pieceOn: day, label, detail: false });
    for (const [partnerId, euro] of positions.of(kind)) {
      if (euro === 0n) continue;
      const auxiliary = options.auxiliaryOf(partnerId);
      if (auxiliary === null) throw new Stop({ code: 'auxiliary_missing', partnerId });
      const side = (one: ChartAccount, amount: bigint): EntryLine => ({
        account: one,
        auxiliary: one.perPartner ? auxiliary : null,
        label: '',
        debit: amount > 0n ? amount : 0n,
        credit: amount < 0n ? -amount : 0n,
        original: null,
      });
      draft.add(side(old, euro));
      draft.add(side(account, -euro));
    }
    drafts.push(draft);
  }
  return drafts;
}

function isResult({ number }: ChartAccount): boolean {
  return number.startsWith('6') || number.startsWith('7');
}
