import { localDateOf, type LocalDate } from '@cordee/core/time';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { zoneOf } from '../fact/index.ts';
import { amountsByCurrency, partnerSums } from '../ledger/index.ts';
import { type DebtPlanRecord, selectDebtPlans } from './debt-plan.store.ts';

/** A plan, of one's own partner where there is one. Refuses `not_found`. */
export async function mustFindPlan(tx: Tx, workspaceId: string, id: string, own: string | null): Promise<DebtPlanRecord> {
  const [plan] = await selectDebtPlans(tx, workspaceId, { ids: [id], partnerIds: own === null ? null : [own] });
  if (plan === undefined) throw new Refusal('not_found');
  return plan;
}

/** The plan that runs for a partner and currency, or null. */
export async function findRunningPlan(
  tx: Tx,
  workspaceId: string,
  { partnerId, currency }: Pick<DebtPlanRecord, 'partnerId' | 'currency'>,
): Promise<DebtPlanRecord | null> {
  const [plan] = await selectDebtPlans(tx, workspaceId, { partnerIds: [partnerId], currency, states: ['running'] });
  return plan ?? null;
}

/** What is payable to a partner in a currency; below zero when it owes. */
export async function payableOf(tx: Tx, workspaceId: string, partnerId: string, currency: string): Promise<bigint> {
  return amountsByCurrency(await partnerSums(tx, workspaceId, partnerId)).get(currency)?.payable ?? 0n;
}

/** The day it is for the company. */
export async function todayOf(tx: Tx, { workspaceId, now }: Pick<Context, 'workspaceId' | 'now'>): Promise<LocalDate> {
  return localDateOf(now(), await zoneOf(tx, workspaceId));
}
