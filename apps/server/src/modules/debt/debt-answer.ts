import type { DebtPlanAnswer, ListedDebtPlan } from '@cordee/contract/debt-values';
import { debtStanding, owedOf } from '@cordee/core/debt';
import { encodeId, factId } from '@cordee/core/ids';
import { formatInstant, type Instant, type LocalDate } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import type { Wire } from '../../platform/http/index.ts';
import { partnerNames } from '../partner/index.ts';
import { type DebtMovement, type DebtPlanRecord, selectDebtMovements, termsOf } from './debt-plan.store.ts';
import { findWaitingWaiver, type WaitingWaiver } from './debt-waiver.store.ts';

const formatted = (at: Instant | null) => (at === null ? null : formatInstant(at));

/** A plan as a list shows it. */
export function listedDebtPlan(plan: DebtPlanRecord, partnerName: string, today: LocalDate): Wire<ListedDebtPlan> {
  const { sums, state } = plan;
  const { due, missed, instalments } = debtStanding(termsOf(plan.terms), foreseen(plan), today);
  const isRunning = state === 'running';
  return {
    id: encodeId('dpl', plan.id),
    partnerId: encodeId('prt', plan.partnerId),
    partnerName,
    currency: plan.currency,
    state,
    amount: plan.amount,
    ...sums,
    owed: owedOf(sums),
    due: isRunning ? due : 0n,
    missed: isRunning ? missed : 0,
    nextDueOn: isRunning || state === 'proposed' ? (instalments.find((one) => one.state !== 'covered')?.dueOn ?? null) : null,
    terms: plan.terms,
    reason: plan.reason,
    proposedBy: plan.proposedBy,
    proposedAt: formatInstant(plan.proposedAt),
    answeredAt: formatted(plan.answeredAt),
    endedAt: formatted(plan.endedAt),
    endReason: plan.endReason,
  };
}

/** Before it is agreed on, as if all of what was proposed were under the plan. */
function foreseen({ sums, amount }: DebtPlanRecord) {
  return sums.planned === 0n ? { ...sums, planned: amount } : sums;
}

interface Details {
  readonly partnerName: string;
  readonly today: LocalDate;
  readonly movements: readonly DebtMovement[];
  readonly waiver: WaitingWaiver | null;
  readonly forPartner: boolean;
}

function debtPlanToContract(plan: DebtPlanRecord, details: Details): Wire<DebtPlanAnswer> {
  const { partnerName, today, movements, waiver, forPartner } = details;
  const shown = forPartner || plan.state !== 'running' ? null : waiver;
  const { instalments } = debtStanding(termsOf(plan.terms), foreseen(plan), today);
  return {
    ...listedDebtPlan(plan, partnerName, today),
    instalments: [...instalments],
    movements: movements.map(({ kind, amount, factSeq, at, paidOn, reference }) => ({
      kind,
      amount,
      at: formatInstant(at),
      factId: factId(at, factSeq),
      paidOn,
      reference,
    })),
    waiver:
      shown === null
        ? null
        : { amount: shown.amount, reason: shown.reason, askedBy: shown.askedBy, askedAt: formatInstant(shown.askedAt) },
  };
}

/** A plan with its instalments, what moved, and the waiver that waits, which is the company's alone to see. */
export async function answerOf(
  tx: Tx,
  workspaceId: string,
  plan: DebtPlanRecord,
  { today, own }: { readonly today: LocalDate; readonly own: string | null },
): Promise<Wire<DebtPlanAnswer>> {
  const names = await partnerNames(tx, workspaceId, [plan.partnerId]);
  return debtPlanToContract(plan, {
    partnerName: names.get(plan.partnerId) ?? '',
    today,
    movements: await selectDebtMovements(tx, workspaceId, plan.id),
    waiver: await findWaitingWaiver(tx, workspaceId, plan.id),
    forPartner: own !== null,
  });
}
