import { owedOf, toKeepBack } from '@cordee/core/debt';
import { encodeId } from '@cordee/core/ids';
import type { Instant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { transaction, withWorkspace, type Database, type Tx } from '../../../platform/db/index.ts';
import { recordAudit, write } from '../../../platform/verb.ts';
import { type Place, recordExclusively } from '../../counting/index.ts';
import { workspaceIds, type ReadyFact } from '../../fact/index.ts';
import { partnersById } from '../../partner/index.ts';
import { type DebtPlanRecord, markToldMissed, selectDebtPlans, stepDebtPlan, termsOf } from '../debt-plan.store.ts';
import { mustMoveDebts } from '../debt.policy.ts';
import { findRunningPlan, payableOf, todayOf } from '../find-plan.ts';
import { keepBack, standingOf } from '../keep-back.ts';
import { moveDebt } from '../move-debt.ts';

const JOB = 'debt.follow';

interface Parts {
  readonly db: Database;
  readonly now: () => Instant;
}

/** What the clock does about debts, in every workspace: it keeps back what is due, tells of what is missed, and ends what is broken. */
export async function followDebts(parts: Parts): Promise<void> {
  for (const workspaceId of await workspaceIds(parts.db)) await followDebtsOf(parts, workspaceId);
}

/** The same for one workspace: to be run every hour, anywhere, twice or late. */
export async function followDebtsOf({ db, now }: Parts, workspaceId: string): Promise<void> {
  const context: Context = { actor: { kind: 'system', job: JOB }, workspaceId, db, now, language: 'en', requestId: JOB };
  const plans = await transaction(db, async (tx) => {
    await withWorkspace(tx, workspaceId);
    const running = await selectDebtPlans(tx, workspaceId, { partnerIds: null, states: ['running'] });
    const open: DebtPlanRecord[] = [];
    for (const plan of running) if (await hasSomethingToDo(tx, context, plan)) open.push(plan);
    return open;
  });
  // Each in a transaction of its own: facts are recorded one after the other, and nobody else waits for long.
  for (const plan of plans) await followPlan(context, plan);
}

async function hasSomethingToDo(tx: Tx, context: Context, plan: DebtPlanRecord): Promise<boolean> {
  const today = await todayOf(tx, context);
  const { missed, due } = standingOf(plan, today);
  const isShareOfAll = plan.terms.kind === 'share' && plan.terms.percent === 100;
  if (missed !== plan.toldMissed || (await hasLeft(tx, context.workspaceId, plan))) return true;
  return (due > 0n || isShareOfAll) && (await payableOf(tx, context.workspaceId, plan.partnerId, plan.currency)) > 0n;
}

async function hasLeft(tx: Tx, workspaceId: string, { partnerId, terms }: DebtPlanRecord): Promise<boolean> {
  if (terms.onLeaving === 'goes_on') return false;
  const [partner] = await partnersById(tx, workspaceId, [partnerId]);
  return partner?.stage === 'ended';
}

function followPlan(context: Context, found: DebtPlanRecord): Promise<void> {
  mustMoveDebts(context.actor);
  return write(context, async (tx) => {
    await recordExclusively(tx, context.workspaceId, context.now(), async (first) => {
      const plan = await findRunningPlan(tx, context.workspaceId, found);
      return plan === null ? [] : stepsOf(tx, context, plan, first);
    });
    return { result: undefined, audit: null };
  });
}

/** Keeps back what is due, then looks at what is left of the plan. */
async function stepsOf(tx: Tx, context: Context, running: DebtPlanRecord, first: Place): Promise<ReadyFact[]> {
  const { workspaceId } = context;
  const today = await todayOf(tx, context);
  const payable = await payableOf(tx, workspaceId, running.partnerId, running.currency);
  const amount = toKeepBack(termsOf(running.terms), running.sums, { today, payable, atPayout: false });
  const facts: ReadyFact[] = [];
  let plan = running;
  if (amount > 0n) {
    const kept = await keepBack(tx, context, plan, amount, first);
    facts.push(kept.fact);
    plan = kept.plan;
  }
  if (plan.state === 'settled') return facts;
  const { missed, isBroken } = standingOf(plan, today);
  const left = await hasLeft(tx, workspaceId, plan);
  if (!isBroken && !left) {
    await tellMissed(tx, context, plan, missed);
    return facts;
  }
  const to = isBroken ? 'broken' : 'ended';
  const place = { ...first, seq: first.seq + BigInt(facts.length) };
  const owed = owedOf(plan.sums);
  const { fact } = await moveDebt(tx, workspaceId, plan, place, { kind: 'returned', amount: owed });
  const at = first.recordedAt;
  await stepDebtPlan(tx, workspaceId, plan.id, { from: ['running'], to, at, reason: isBroken ? 'missed' : 'partnership_ended' });
  await say(tx, context, plan, `debt_plan.${to}`, { amount: owed, missed });
  return [...facts, fact];
}

async function tellMissed(tx: Tx, context: Context, plan: DebtPlanRecord, missed: number): Promise<void> {
  if (missed === plan.toldMissed) return;
  await markToldMissed(tx, context.workspaceId, plan.id, missed);
  if (missed > plan.toldMissed) await say(tx, context, plan, 'debt_plan.missed', { missed });
}

function say(tx: Tx, context: Context, { id, partnerId, currency }: DebtPlanRecord, action: string, more: object): Promise<void> {
  const after = { partnerId: encodeId('prt', partnerId), currency, ...more };
  return recordAudit(tx, context, { action, subject: encodeId('dpl', id), after });
}
