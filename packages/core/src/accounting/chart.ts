import { type AccountKind, accountKinds, type TransactionKind } from '../ledger/index.ts';
import { isLocalDate, type LocalDate } from '../time/index.ts';

/** What has an account in the company's chart: each account of the ledger, and the differences between days of exchange. */
export type ChartKind = AccountKind | 'vat_due' | 'exchange_gain' | 'exchange_loss';
export const chartKinds: readonly ChartKind[] = [
  ...new Set<ChartKind>([...accountKinds, 'vat_due', 'exchange_gain', 'exchange_loss']),
];

export const journalKinds = ['commissions', 'invoices', 'payments', 'exchange'] as const;
export type JournalKind = (typeof journalKinds)[number];

export interface ChartAccount {
  readonly number: string;
  readonly name: string;
  /** Whether each partner has an auxiliary account of its own below it. */
  readonly perPartner: boolean;
}

export interface ChartJournal {
  readonly code: string;
  readonly name: string;
}

/** Where the accounts and transactions of the ledger stand in the books of the company. */
export interface Chart {
  /** By kind; a kind without an account cannot be booked. */
  readonly accounts: Readonly<Partial<Record<string, ChartAccount>>>;
  readonly journals: Readonly<Record<JournalKind, ChartJournal>>;
  /** Expense accounts of programs that have one of their own, by program. */
  readonly programs: Readonly<Record<string, { readonly number: string; readonly name: string }>>;
}

/** A chart holds from its first day, the first of a month, until the next one does. */
export interface ChartVersion {
  readonly validFrom: LocalDate;
  readonly chart: Chart;
}

/** In which journal a transaction stands. Typed by all kinds there are: a new one does not compile until it has a journal. */
const journalOf: Readonly<Record<TransactionKind | 'invoice' | 'credit_note', JournalKind>> = {
  accrual: 'commissions',
  reversal: 'commissions',
  suspension: 'commissions',
  restitution: 'commissions',
  restoration: 'commissions',
  holding: 'commissions',
  refusal: 'commissions',
  release: 'commissions',
  invoice: 'invoices',
  credit_note: 'invoices',
  payout_started: 'payments',
  payout_confirmed: 'payments',
  payout_rejected: 'payments',
  exchange: 'exchange',
  debt_planned: 'exchange',
  debt_kept_back: 'exchange',
  debt_paid: 'payments',
  debt_waived: 'exchange',
  debt_returned: 'exchange',
};

/** The journal of a kind of transaction; null for one that nobody told us about. */
export function journalFor(kind: string): JournalKind | null {
  return Object.hasOwn(journalOf, kind) ? journalOf[kind as TransactionKind] : null;
}

/** Classes of the French chart in which each kind may stand. */
const classes: Readonly<Record<string, string>> = {
  pending: '4',
  payable: '4',
  in_payout: '45',
  paid: '45',
  commission_expense: '6',
  vat: '4',
  vat_due: '4',
  withholding: '4',
  rounding: '67',
  adjustment: '467',
  exchange: '4567',
  planned_debt: '4',
  debt_waived: '6',
  exchange_gain: '7',
  exchange_loss: '6',
};

export type ChartFaultRule = 'missing' | 'number' | 'class' | 'name' | 'code' | 'one_name' | 'one_way';

export interface ChartFault {
  /** `accounts.payable.number` */
  readonly path: string;
  readonly rule: ChartFaultRule;
  /** What stands in its way: the classes that are right, or the name it has elsewhere. */
  readonly detail: string;
}

const NUMBER = /^[1-7]\d{2}[0-9A-Z]{0,9}$/;
const CODE = /^[A-Z0-9]{1,6}$/;
const NAME = /^[^\p{Cc}\p{Cs}|]{1,100}$/u;

/** What is wrong with a chart; empty when books can be written with it. */
export function chartFaults(chart: Chart): ChartFault[] {
  const faults: ChartFault[] = [];
  for (const kind of chartKinds) {
    if (chart.accounts[kind] === undefined) faults.push({ path: `accounts.${kind}`, rule: 'missing', detail: kind });
  }
  const named = new Map<string, { name: string; perPartner: boolean }>();
  const one = (path: string, { number, name, perPartner }: ChartAccount, allowed: string) => {
    if (!NUMBER.test(number)) faults.push({ path: `${path}.number`, rule: 'number', detail: number });
    else if (!allowed.includes(number.charAt(0)))
      faults.push({ path: `${path}.number`, rule: 'class', detail: allowed.split('').join(', ') });
    if (!NAME.test(name)) faults.push({ path: `${path}.name`, rule: 'name', detail: name });
    const known = named.get(number);
    if (known === undefined) named.set(number, { name, perPartner });
    else if (known.name !== name) faults.push({ path: `${path}.name`, rule: 'one_name', detail: known.name });
    else if (known.perPartner !== perPartner) faults.push({ path: `${path}.perPartner`, rule: 'one_way', detail: number });
  };
  for (const [kind, account] of Object.entries(chart.accounts)) {
    if (account !== undefined) one(`accounts.${kind}`, account, classes[kind] ?? '1234567');
  }
  for (const [id, account] of Object.entries(chart.programs)) one(`programs.${id}`, { ...account, perPartner: false }, '6');
  return [...faults, ...journalFaults(chart)];
}

function journalFaults({ journals }: Chart): ChartFault[] {
  const faults: ChartFault[] = [];
  const named = new Map<string, string>();
  for (const kind of journalKinds) {
    const { code, name } = journals[kind];
    if (!CODE.test(code)) faults.push({ path: `journals.${kind}.code`, rule: 'code', detail: code });
    if (!NAME.test(name)) faults.push({ path: `journals.${kind}.name`, rule: 'name', detail: name });
    const known = named.get(code);
    if (known !== undefined && known !== name) faults.push({ path: `journals.${kind}.name`, rule: 'one_name', detail: known });
    named.set(code, name);
  }
  return faults;
}

/** Whether a chart may begin on this day: months are booked by one chart. */
export function mayBeginOn(day: LocalDate): boolean {
  return isLocalDate(day) && day.endsWith('-01');
}

/** The version in force on a day, of versions in order; before the first one it is that one. */
export function chartOn(versions: readonly ChartVersion[], day: LocalDate): ChartVersion | null {
  let found = versions[0] ?? null;
  for (const version of versions) if (version.validFrom <= day) found = version;
  return found;
}
