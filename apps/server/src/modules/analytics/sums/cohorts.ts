import { localDateOf, type LocalDate } from '@cordee/core/time';
import { NOBODY } from './day-sum.ts';
import type { CohortOf, CountedFact, Stretch } from './stretch.ts';
import { expenseOf } from './expense-of.ts';
import { takenBy } from './taken-by.ts';

export interface CohortSum extends Omit<CohortOf, 'month'> {
  readonly cohort: LocalDate;
  readonly month: LocalDate;
  readonly currency: string;
  customers: bigint;
  sales: bigint;
  amount: bigint;
  refunded: bigint;
  earned: bigint;
  reversed: bigint;
}

export interface Cohorts {
  readonly customers: ReadonlyMap<string, CohortOf>;
  readonly sums: readonly CohortSum[];
}

/** What the customers of each month brought, by month: what was sold to them, refunded, and what it earned all partners. */
export function addCohorts(stretch: Stretch, zone: string): Cohorts {
  const known = new Map(stretch.cohorts);
  const fresh = new Map<string, CohortOf>();
  const sums = new Map<string, CohortSum>();
  const movers = Map.groupBy(stretch.moved, ({ factSeq }) => factSeq);
  for (const counted of stretch.facts) {
    const { fact } = counted;
    const month = monthOf(localDateOf(fact.occurredAt, zone));
    if (fact.kind === 'sale' && fact.customerId !== null) {
      let cohort = known.get(fact.customerId);
      if (cohort === undefined) {
        cohort = { month, ...broughtBy(counted) };
        known.set(fact.customerId, cohort);
        fresh.set(fact.customerId, cohort);
        sumOf(sums, cohort, month, fact.currency ?? '').customers += 1n;
      }
      const sum = sumOf(sums, cohort, month, fact.currency ?? '');
      sum.sales += 1n;
      sum.amount += fact.amount ?? 0n;
    }
    const sale = fact.targetSeq === null ? undefined : stretch.known.get(fact.targetSeq);
    const buyer = cohortOfSale(known, sale);
    if (sale !== undefined && buyer !== undefined) {
      const taken = takenBy(fact, sale.fact, stretch.events.get(sale.fact.seq) ?? []);
      if (taken !== 0n) sumOf(sums, buyer, month, sale.fact.currency ?? '').refunded += taken;
    }
    for (const line of movers.get(fact.seq) ?? []) {
      const { commission, currency } = line;
      const cohort = commission === null ? undefined : cohortOfSale(known, stretch.known.get(commission.factSeq));
      const moved = expenseOf(line);
      if (cohort !== undefined && moved !== null) sumOf(sums, cohort, month, currency)[moved.measure] += moved.amount;
    }
  }
  return { customers: fresh, sums: [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum) };
}

function cohortOfSale(known: ReadonlyMap<string, CohortOf>, sale: CountedFact | undefined): CohortOf | undefined {
  return sale?.fact.kind === 'sale' && sale.fact.customerId !== null ? known.get(sale.fact.customerId) : undefined;
}

/** The partner with the greatest part of a sale, the first of equals. */
function broughtBy({ credits, programId }: CountedFact): Omit<CohortOf, 'month'> {
  let best: { readonly partnerId: string; readonly part: number } | undefined;
  for (const { partnerId, share } of credits) {
    const [numerator = '0', denominator = '1'] = share.split('/');
    const part = Number(numerator) / Number(denominator);
    if (best === undefined || part > best.part) best = { partnerId, part };
  }
  return { partnerId: best?.partnerId ?? NOBODY, programId: programId ?? NOBODY };
}

function sumOf(sums: Map<string, CohortSum>, of: CohortOf, month: LocalDate, currency: string): CohortSum {
  const key = `${of.month} ${of.partnerId} ${of.programId} ${month} ${currency}`;
  let sum = sums.get(key);
  if (sum === undefined) {
    const { partnerId, programId } = of;
    const zero = { customers: 0n, sales: 0n, amount: 0n, refunded: 0n, earned: 0n, reversed: 0n };
    sum = { cohort: of.month, partnerId, programId, month, currency, ...zero };
    sums.set(key, sum);
  }
  return sum;
}

function monthOf(day: LocalDate): LocalDate {
  return `${day.slice(0, 7)}-01`;
}
