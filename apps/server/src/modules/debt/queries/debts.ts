import type { DebtAnswer, DebtPlanAnswer, ListDebtPlans, ListDebts, ListedDebtPlan } from '@cordee/contract/debt-values';
import { encodeId } from '@cordee/core/ids';
import { isCurrency } from '@cordee/core/money';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { narrowedPartner } from '../../../platform/own-partner.ts';
import { read } from '../../../platform/verb.ts';
import { allSums, partnerSums } from '../../ledger/index.ts';
import { partnerNames } from '../../partner/index.ts';
import { answerOf, listedDebtPlan } from '../debt-answer.ts';
import { type DebtPlanRecord, selectDebtPlans } from '../debt-plan.store.ts';
import { mayReadDebts } from '../debt.policy.ts';
import { mustFindPlan, todayOf } from '../find-plan.ts';

interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

interface Debt {
  readonly partnerId: string;
  readonly currency: string;
  payable: bigint;
  pending: bigint;
  underPlan: bigint;
  plan: DebtPlanRecord | null;
}

/** Who owes the company, by currency, with the plan that is open; a partner sees its own. */
export function listDebts(context: Context, query: ListDebts): Promise<Page<Wire<DebtAnswer>>> {
  mayReadDebts(context.actor);
  const { workspaceId } = context;
  const partnerId = narrowedPartner(context.actor, query.partnerId);
  const [afterCurrency = '', afterPartner = ''] = decodeCursor(query.cursor, 2) ?? [];
  return read(context, async (tx) => {
    const sums = partnerId === null ? await allSums(tx, workspaceId) : await partnerSums(tx, workspaceId, partnerId);
    const debts = new Map<string, Debt>();
    const debtOf = (owner: string, currency: string) => {
      const key = `${owner} ${currency}`;
      const found = debts.get(key) ?? { partnerId: owner, currency, payable: 0n, pending: 0n, underPlan: 0n, plan: null };
      debts.set(key, found);
      return found;
    };
    for (const { partnerId: owner, currency, account, debits, credits } of sums) {
      if (!isCurrency(currency)) continue;
      if (account === 'payable') debtOf(owner, currency).payable = credits - debits;
      else if (account === 'pending') debtOf(owner, currency).pending = credits - debits;
      else if (account === 'planned_debt') debtOf(owner, currency).underPlan = debits - credits;
    }
    const partnerIds = partnerId === null ? null : [partnerId];
    const plans = await selectDebtPlans(tx, workspaceId, { partnerIds, states: ['proposed', 'running'] });
    // A proposal that waits is shown before the plan it would replace: it wants an answer.
    for (const plan of plans) {
      const debt = debtOf(plan.partnerId, plan.currency);
      if (debt.plan?.state !== 'proposed') debt.plan = plan;
    }
    const rows = [...debts.values()]
      .filter(({ payable, underPlan, plan }) => payable < 0n || underPlan > 0n || plan !== null)
      .toSorted((a, b) => compare(a, b.partnerId, b.currency))
      .filter((debt) => compare(debt, afterPartner, afterCurrency) > 0)
      .slice(0, query.limit + 1);
    const names = await partnerNames(tx, workspaceId, [...new Set(rows.map((row) => row.partnerId))]);
    const answer = (debt: Debt) => debtToContract(debt, names.get(debt.partnerId) ?? '');
    return pageOfRows(rows, query.limit, answer, (row) => [row.currency, row.partnerId]);
  });
}

function debtToContract({ partnerId, currency, payable, pending, underPlan, plan }: Debt, name: string): Wire<DebtAnswer> {
  return {
    partnerId: encodeId('prt', partnerId),
    partnerName: name,
    currency,
    owed: payable < 0n ? -payable : 0n,
    pending: pending > 0n ? pending : 0n,
    underPlan,
    planId: plan === null ? null : encodeId('dpl', plan.id),
    planState: plan === null ? null : plan.state === 'proposed' ? 'proposed' : 'running',
  };
}

function compare(debt: Debt, partnerId: string, currency: string): number {
  if (debt.partnerId !== partnerId) return debt.partnerId < partnerId ? -1 : 1;
  if (debt.currency === currency) return 0;
  return debt.currency < currency ? -1 : 1;
}

/** A page of plans, newest first; a partner finds its own. */
export function listDebtPlans(context: Context, query: ListDebtPlans): Promise<Page<Wire<ListedDebtPlan>>> {
  mayReadDebts(context.actor);
  const partnerId = narrowedPartner(context.actor, query.partnerId);
  const [before = null] = decodeCursor(query.cursor, 1) ?? [];
  const { workspaceId } = context;
  const { state, limit } = query;
  return read(context, async (tx) => {
    const filter = { partnerIds: partnerId === null ? null : [partnerId], before, limit: limit + 1 };
    const rows = await selectDebtPlans(tx, workspaceId, { ...filter, states: state === undefined ? undefined : [state] });
    const ids = rows.map((row) => row.partnerId);
    const names = await partnerNames(tx, workspaceId, ids);
    const today = await todayOf(tx, context);
    const answer = (plan: DebtPlanRecord) => listedDebtPlan(plan, names.get(plan.partnerId) ?? '', today);
    return pageOfRows(rows, limit, answer, ({ id }) => [id]);
  });
}

/** Reads a plan. Refuses `not_found`. */
export function getDebtPlan(context: Context, id: string): Promise<Wire<DebtPlanAnswer>> {
  const own = mayReadDebts(context.actor);
  const { workspaceId } = context;
  return read(context, async (tx) => {
    const plan = await mustFindPlan(tx, workspaceId, id, own);
    return answerOf(tx, workspaceId, plan, { today: await todayOf(tx, context), own });
  });
}
