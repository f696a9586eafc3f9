import { isCurrency } from '../money/index.ts';
import { isLocalDate, type LocalDate } from '../time/index.ts';
import { fecFields } from './fec.ts';
import { type FecFault, type FecFaultCode, faultList } from './fec-fault.ts';
import { journalWatch } from './journal-watch.ts';

export interface FecBounds {
  /** First and last day an entry may have, when they are known. */
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  /** Whether entries may lack the day they were made final on. */
  readonly isDraft?: boolean;
  /** Accounts the company knows; unless given, any. */
  readonly accounts?: ReadonlySet<string>;
}

export interface FecReport {
  readonly lines: number;
  readonly entries: number;
  readonly accounts: number;
  readonly debit: bigint;
  readonly credit: bigint;
  readonly firstDay: LocalDate | null;
  readonly lastDay: LocalDate | null;
  /** The first of them. */
  readonly faults: readonly FecFault[];
  readonly moreFaults: number;
}

export interface FecCheck {
  /** Takes the next line, without its end. */
  line(text: string): void;
  end(): FecReport;
}

const required: readonly (keyof Fields)[] = [
  'JournalCode',
  'JournalLib',
  'EcritureNum',
  'EcritureDate',
  'CompteNum',
  'CompteLib',
  'PieceRef',
  'PieceDate',
  'EcritureLib',
  'ValidDate',
];
const AMOUNT = /^[+-]?\d{1,15}(?:[,.]\d{1,2})?$/;
const ACCOUNT = /^\d{3}[0-9A-Za-z]*$/;

type Fields = Readonly<Record<(typeof fecFields)[number], string>>;

/** Checks a file of accounting entries line by line, one of ours or of anybody; memory grows with its accounts and journals only. */
export function checkFec(bounds: FecBounds = {}): FecCheck {
  const faults = faultList();
  const watch = journalWatch(faults.add);
  const names = new Map<string, string>();
  let separator = '';
  let order: readonly string[] = [];
  let number = 0;
  let lines = 0;
  const sums = { debit: 0n, credit: 0n };
  const days: { first: LocalDate | null; last: LocalDate | null } = { first: null, last: null };

  function head(text: string): void {
    separator = text.includes('\t') ? '\t' : '|';
    order = text
      .replace(/^\uFEFF/, '')
      .split(separator)
      .map((name) => name.trim());
    const wrong = fecFields.find((name, index) => order[index]?.toLowerCase() !== name.toLowerCase());
    if (wrong !== undefined || order.length !== fecFields.length)
      faults.add('columns', 1, wrong ?? order[fecFields.length] ?? '');
  }
  function body(text: string): void {
    const cells = text.split(separator);
    if (cells.length !== fecFields.length) {
      faults.add('field_count', number, String(cells.length));
      return;
    }
    lines += 1;
    const fields = fieldsOf(cells);
    for (const name of required) {
      if (fields[name] === '' && !(name === 'ValidDate' && bounds.isDraft === true)) faults.add('empty', number, name);
    }
    const day = checkDays(fields, number, bounds, faults.add);
    if (day !== null) {
      if (days.first === null || day < days.first) days.first = day;
      if (days.last === null || day > days.last) days.last = day;
    }
    checkAccounts(fields);
    const amounts = checkAmounts(fields, number, faults.add);
    sums.debit += amounts.debit;
    sums.credit += amounts.credit;
    watch.line({ journal: fields.JournalCode, entry: fields.EcritureNum, day, line: number, ...amounts });
  }
  function checkAccounts({ CompteNum, CompteLib, CompAuxNum, CompAuxLib }: Fields): void {
    if (CompteNum !== '' && !ACCOUNT.test(CompteNum)) faults.add('account_number', number, CompteNum);
    if (bounds.accounts !== undefined && !bounds.accounts.has(CompteNum)) faults.add('account_unknown', number, CompteNum);
    const known = names.get(CompteNum);
    if (known === undefined) names.set(CompteNum, CompteLib);
    else if (known !== CompteLib) faults.add('account_names', number, CompteNum);
    if ((CompAuxNum === '') !== (CompAuxLib === '')) faults.add('auxiliary', number, CompAuxNum === '' ? CompAuxLib : CompAuxNum);
  }
  return {
    line(text) {
      number += 1;
      if (number === 1) head(text);
      else if (text !== '') body(text);
    },
    end() {
      if (number === 0) faults.add('columns', 1, fecFields[0]);
      const entries = watch.end();
      if (sums.debit !== sums.credit) faults.add('total', number, cents(sums.debit - sums.credit));
      return { lines, entries, accounts: names.size, ...sums, firstDay: days.first, lastDay: days.last, ...faults.all() };
    },
  };
}

// Written out: made of entries it takes half of the time of a file.
function fieldsOf(cells: readonly string[]): Fields {
  const cell = (index: number) => (cells[index] ?? '').trim();
  return {
    JournalCode: cell(0),
    JournalLib: cell(1),
    EcritureNum: cell(2),
    EcritureDate: cell(3),
    CompteNum: cell(4),
    CompteLib: cell(5),
    CompAuxNum: cell(6),
    CompAuxLib: cell(7),
    PieceRef: cell(8),
    PieceDate: cell(9),
    EcritureLib: cell(10),
    Debit: cell(11),
    Credit: cell(12),
    EcritureLet: cell(13),
    DateLet: cell(14),
    ValidDate: cell(15),
    Montantdevise: cell(16),
    Idevise: cell(17),
  };
}

type Add = (code: FecFaultCode, line: number, detail: string) => void;

function checkDays(fields: Fields, line: number, { from, to }: FecBounds, add: Add): LocalDate | null {
  for (const name of ['PieceDate', 'ValidDate', 'DateLet'] as const) {
    if (fields[name] !== '' && dayOf(fields[name]) === null) add('day', line, fields[name]);
  }
  if (fields.EcritureDate === '') return null;
  const day = dayOf(fields.EcritureDate);
  if (day === null) add('day', line, fields.EcritureDate);
  else if ((from !== undefined && day < from) || (to !== undefined && day > to)) add('outside', line, day);
  return day;
}

function checkAmounts(fields: Fields, line: number, add: Add): { debit: bigint; credit: bigint } {
  const [debit, credit] = [centsOf(fields.Debit), centsOf(fields.Credit)];
  if (debit === null) add('amount', line, fields.Debit);
  if (credit === null) add('amount', line, fields.Credit);
  if (debit !== null && credit !== null && (debit === 0n) === (credit === 0n))
    add('one_side', line, `${fields.Debit} / ${fields.Credit}`);
  if ((fields.Montantdevise === '') !== (fields.Idevise === '')) add('currency', line, fields.Idevise || fields.Montantdevise);
  else if (fields.Idevise !== '' && !isCurrency(fields.Idevise)) add('currency', line, fields.Idevise);
  return { debit: debit ?? 0n, credit: credit ?? 0n };
}

/** Days come again and again; a file of a thousand years would begin anew. */
const known = new Map<string, LocalDate | null>();
const MOST_KNOWN = 4000;

function dayOf(text: string): LocalDate | null {
  const found = known.get(text);
  if (found !== undefined) return found;
  const day = readDay(text);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, day);
  return day;
}

function readDay(text: string): LocalDate | null {
  const day = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  return isLocalDate(day) ? day : null;
}

function centsOf(text: string): bigint | null {
  if (text === '' || text === '0,00') return 0n;
  if (!AMOUNT.test(text)) return null;
  const [whole = '', part = ''] = text.replace('+', '').split(/[,.]/);
  return BigInt(`${whole}${part.padEnd(2, '0')}`);
}

function cents(amount: bigint): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
}
