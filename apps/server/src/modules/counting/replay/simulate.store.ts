import { count, replayState, type Terms } from '@cordee/core/counting';
import type { PlanDocument } from '@cordee/core/plan';
import { localDateOf, type Instant } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';
import { readFacts, readTargets } from './read-facts.store.ts';

export interface SimulationRequest {
  readonly workspaceId: string;
  readonly terms: Terms;
  /** The plan whose rules are tried. */
  readonly planId: string;
  readonly document: PlanDocument;
  readonly from: Instant;
  /** Exclusive. */
  readonly to: Instant;
}

/** What a partner earned in the period, net of what was taken back, by the rules in force and by those tried. */
export interface SimulatedPartner {
  readonly partnerId: string;
  readonly currency: string;
  readonly current: bigint;
  readonly simulated: bigint;
}

export interface SimulatedMonth {
  readonly month: string;
  readonly currency: string;
  readonly current: bigint;
  readonly simulated: bigint;
}

export interface Simulation {
  readonly facts: number;
  readonly partners: readonly SimulatedPartner[];
  readonly months: readonly SimulatedMonth[];
}

/** What a partner earned in a month, whichever rules gave it. */
export interface SumRow {
  readonly partnerId: string;
  readonly month: string;
  readonly currency: string;
  amount: bigint;
}

export interface SimulatedSums {
  readonly facts: number;
  readonly sums: readonly SumRow[];
}

/**
 * Replays history with another plan in the place of `planId` during the period, and writes nothing. Facts before the period
 * are counted under the terms they had, so that volumes, durations and lifetime customers start as they were.
 */
export async function simulatedSums(
  tx: Tx,
  request: SimulationRequest,
  onProgress?: (facts: number) => void,
): Promise<SimulatedSums> {
  const { workspaceId, from, to } = request;
  const heads = await tx.query<{ counted_seq: bigint }>(`select counted_seq from count_head where workspace_id = $1`, [
    workspaceId,
  ]);
  const through = heads[0]?.counted_seq ?? 0n;
  const targets = await readTargets(tx, workspaceId);
  const state = replayState((seq) => targets.has(seq));
  const tried = termsWith(request);
  const totals = new Totals(request.terms.zone);
  let facts = 0;
  await readFacts(tx, { workspaceId, after: 0n, through }, (fact) => {
    facts += 1;
    const { commissions, reversals } = count(fact, tried, state, { trace: false });
    if (facts % 100_000 === 0) onProgress?.(facts);
    if (fact.occurredAt < from || fact.occurredAt >= to) return;
    for (const { partnerId, currency, amount } of commissions) totals.add(fact.occurredAt, partnerId, currency, amount);
    for (const { partnerId, currency, amount } of reversals) totals.add(fact.occurredAt, partnerId, currency, -amount);
  });
  return { facts, sums: totals.all() };
}

/** What the rules tried would have given, beside what the rules in force gave. */
export function simulationOf({ facts, sums }: SimulatedSums, current: readonly SumRow[]): Simulation {
  return {
    facts,
    partners: pair(current, sums, (row) => row.partnerId).map(({ key, ...rest }) => ({ partnerId: key, ...rest })),
    months: pair(current, sums, (row) => row.month).map(({ key, ...rest }) => ({ month: key, ...rest })),
  };
}

/** The terms with one more version of the plan, in force from the start of the period for facts of the period. */
function termsWith({ terms, planId, document, from, to }: SimulationRequest): Terms {
  const programs = new Map(terms.programs);
  for (const [id, program] of programs) {
    const versions = program.plans.get(planId);
    if (versions === undefined) continue;
    const before = versions.filter((version) => version.effectiveAt < from);
    const after = versions.filter((version) => version.effectiveAt >= to);
    const resumed = versions.findLast((version) => version.effectiveAt < to);
    const tried = { id: 'simulated', planId, number: 0, publishedAt: Number.MIN_SAFE_INTEGER, effectiveAt: from, document };
    const back = resumed === undefined ? [] : [{ ...resumed, effectiveAt: to }];
    const plans = new Map(program.plans).set(planId, [...before, tried, ...back, ...after]);
    programs.set(id, { ...program, plans });
  }
  return { ...terms, programs };
}

class Totals {
  readonly #zone: string;
  /** Of each partner, one for each month and currency: few enough to look through. */
  readonly #sums = new Map<string, SumRow[]>();
  #day = { from: 0, to: 0, month: '' };

  constructor(zone: string) {
    this.#zone = zone;
  }

  add(at: Instant, partnerId: string, currency: string, amount: bigint): void {
    const month = this.#monthOf(at);
    let rows = this.#sums.get(partnerId);
    if (rows === undefined) {
      rows = [];
      this.#sums.set(partnerId, rows);
    }
    const known = rows.findLast((row) => row.month === month && row.currency === currency);
    if (known === undefined) rows.push({ partnerId, month, currency, amount });
    else known.amount += amount;
  }

  /** Facts come almost in order: the last hour answers for most of them. */
  #monthOf(at: Instant): string {
    if (at >= this.#day.from && at < this.#day.to) return this.#day.month;
    const hour = at - (at % 900_000);
    this.#day = { from: hour, to: hour + 900_000, month: localDateOf(at, this.#zone).slice(0, 7) };
    return this.#day.month;
  }

  all(): SumRow[] {
    return [...this.#sums.values()].flat();
  }
}

function pair(current: readonly SumRow[], simulated: readonly SumRow[], keyOf: (row: SumRow) => string) {
  const sums = new Map<string, { key: string; currency: string; current: bigint; simulated: bigint }>();
  const add = (row: SumRow, side: 'current' | 'simulated') => {
    const key = keyOf(row);
    const known = sums.get(`${key}|${row.currency}`) ?? { key, currency: row.currency, current: 0n, simulated: 0n };
    known[side] += row.amount;
    sums.set(`${key}|${row.currency}`, known);
  };
  for (const row of current) add(row, 'current');
  for (const row of simulated) add(row, 'simulated');
  return [...sums.values()].toSorted((a, b) => (`${a.key}|${a.currency}` < `${b.key}|${b.currency}` ? -1 : 1));
}

/** What the rules in force gave in the period. */
export async function currentSums(tx: Tx, { workspaceId, terms, from, to }: SimulationRequest): Promise<SumRow[]> {
  const rows = await tx.query<{ partner_id: string; month: string; currency: string; amount: string }>(
    `with moved as (
       select partner_id, currency, amount, occurred_at from commission
        where workspace_id = $1 and occurred_at >= $2 and occurred_at < $3
       union all
       select r.partner_id, r.currency, -r.amount, f.occurred_at
         from reversal r join fact f on f.workspace_id = r.workspace_id and f.seq = r.fact_seq
        where r.workspace_id = $1 and f.occurred_at >= $2 and f.occurred_at < $3)
     select partner_id, to_char(occurred_at at time zone $4, 'YYYY-MM') as month, currency, sum(amount)::text as amount
       from moved group by 1, 2, 3`,
    [workspaceId, new Date(from), new Date(to), terms.zone],
  );
  return rows.map((row) => ({ partnerId: row.partner_id, month: row.month, currency: row.currency, amount: BigInt(row.amount) }));
}
