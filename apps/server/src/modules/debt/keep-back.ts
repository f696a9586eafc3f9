import { debtStanding, owedOf, toKeepBack } from '@cordee/core/debt';
import { encodeId } from '@cordee/core/ids';
import type { LocalDate } from '@cordee/core/time';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import { recordAudit } from '../../platform/verb.ts';
import type { Place } from '../counting/index.ts';
import type { ReadyFact } from '../fact/index.ts';
import { type DebtPlanRecord, selectDebtPlans, termsOf } from './debt-plan.store.ts';
import { type Moved, moveDebt } from './move-debt.ts';

/** A plan that runs, with what a payout made today of what is payable would keep back. */
export interface RunningDebt {
  readonly planId: string;
  readonly planned: bigint;
  readonly repaid: bigint;
  keptBackOf(payable: bigint): bigint;
  /** Keeps it back by a fact that takes this place: to be called where nothing else is recorded or counted. */
  keepBack(tx: Tx, context: Context, amount: bigint, place: Place): Promise<ReadyFact>;
}

/** The plans that run in a currency, of these partners or of all, by partner. */
export async function runningDebts(
  tx: Tx,
  workspaceId: string,
  currency: string,
  today: LocalDate,
  partnerIds: readonly string[] | null = null,
): Promise<Map<string, RunningDebt>> {
  const plans = await selectDebtPlans(tx, workspaceId, { partnerIds, currency, states: ['running'] });
  return new Map(plans.map((plan) => [plan.partnerId, runningDebt(plan, today)]));
}

function runningDebt(plan: DebtPlanRecord, today: LocalDate): RunningDebt {
  const { sums } = plan;
  return {
    planId: encodeId('dpl', plan.id),
    planned: sums.planned,
    repaid: sums.planned - owedOf(sums),
    keptBackOf: (payable) => toKeepBack(termsOf(plan.terms), sums, { today, payable, atPayout: true }),
    keepBack: async (tx, context, amount, place) => (await keepBack(tx, context, plan, amount, place)).fact,
  };
}

/** Keeps back by a plan, and says so in the audit trail. */
export async function keepBack(tx: Tx, context: Context, plan: DebtPlanRecord, amount: bigint, place: Place): Promise<Moved> {
  const moved = await moveDebt(tx, context.workspaceId, plan, place, { kind: 'kept_back', amount });
  await recordAudit(tx, context, {
    action: moved.plan.state === 'settled' ? 'debt_plan.settled' : 'debt_plan.kept_back',
    subject: encodeId('dpl', plan.id),
    after: { amount, currency: plan.currency, partnerId: encodeId('prt', plan.partnerId) },
  });
  return moved;
}

/** Where a plan stands today. */
export function standingOf({ terms, sums }: DebtPlanRecord, today: LocalDate) {
  return debtStanding(termsOf(terms), sums, today);
}
