import { daysLeft, mostDays, remindDays } from '@cordee/core/claim';
import { encodeId } from '@cordee/core/ids';
import type { Instant } from '@cordee/core/time';
import type { Bilingual } from '@cordee/contract/language';
import type { Context } from '../../../platform/context.ts';
import { transaction, withWorkspace, type Database, type Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { workspaceIds, workspaceKeys } from '../../fact/index.ts';
import { auditOf } from '../claim-answer.ts';
import { clockOf } from '../claim-clock.ts';
import { mustAnswer } from '../claim.policy.ts';
import { addEntry } from '../claim-change.store.ts';
import type { ClaimRecord, Settled } from '../claim.store.ts';
import { markOverdue, markReminded, selectDue, type DueClaim } from '../due.store.ts';
import { outcomeTexts } from '../outcome-words.ts';
import { mustFind, mustHold } from '../read-claim.ts';
import { settle } from '../settling/settle.ts';
import { isSettlement, settlementBySilence } from '../settling/settle-by-silence.ts';
import { mustAllow, takeStep } from '../take-step.ts';

const JOB = 'claim.follow';
const dayMs = 86_400_000;
/** Two days that count before the end lie at most this far ahead: over Easter or the end of a year banks close for four. */
const aheadMs = (remindDays + 6) * dayMs;

interface Parts {
  readonly db: Database;
  readonly now: () => Instant;
}

/**
 * What the clock does: it reminds before the days are over, tells once that they are, and accepts by silence where the terms say so. To be
 * run every few minutes, anywhere, twice or late: each claim is held and looked at again.
 */
export async function followClaims(parts: Parts): Promise<void> {
  for (const workspaceId of await workspaceIds(parts.db)) await followClaimsOf(parts, workspaceId);
}

/** The same for one workspace. Returns how many claims something was done about. */
export async function followClaimsOf(parts: Parts, workspaceId: string): Promise<number> {
  const { zone } = await workspaceKeys(parts.db, workspaceId);
  const due = await transaction(parts.db, async (tx) => {
    await withWorkspace(tx, workspaceId);
    return selectDue(tx, workspaceId, parts.now() + aheadMs, null);
  });
  let done = 0;
  for (const claim of due) {
    if (await follow(contextOf(parts, workspaceId), claim, zone)) done += 1;
  }
  return done;
}

function contextOf({ db, now }: Parts, workspaceId: string): Context {
  return { actor: { kind: 'system', job: JOB }, workspaceId, db, now, language: 'en', requestId: JOB };
}

async function follow(context: Context, claim: DueClaim, zone: string): Promise<boolean> {
  const now = context.now();
  if (claim.deadline > now) {
    const left = daysLeft(claim.deadline, now, await clockOfDue(context, claim, zone));
    return !claim.isReminded && left <= remindDays ? tell(context, claim.id, 'reminded', zone) : false;
  }
  return claim.isAutomatic ? acceptBySilence(context, claim.id, zone) : !claim.isTold && tell(context, claim.id, 'overdue', zone);
}

async function clockOfDue(context: Context, { id }: DueClaim, zone: string) {
  return transaction(context.db, async (tx) => {
    await withWorkspace(tx, context.workspaceId);
    return clockOf(await mustFind(tx, context, id, null), [], zone);
  });
}

/** Adds that the end is near, or over, and leaves it to the outbox to write to people. */
async function tell(context: Context, id: string, kind: 'reminded' | 'overdue', zone: string): Promise<boolean> {
  const { workspaceId, actor } = context;
  mustAnswer(actor);
  return write(context, async (tx) => {
    const now = context.now();
    const before = await mustHold(tx, context, id, null);
    const [due] = await selectDue(tx, workspaceId, now + mostDays * dayMs, id);
    const isOver = due !== undefined && due.deadline <= now;
    const isTold = due === undefined || (kind === 'reminded' ? due.isReminded || isOver : due.isTold || !isOver);
    if (isTold) return { result: false, audit: null };
    await (kind === 'reminded' ? markReminded : markOverdue)(tx, workspaceId, id);
    await addEntry(tx, workspaceId, id, { at: now, kind, side: 'clock', actor, text: null, links: [] });
    const after = auditOf(before, now, zone);
    return { result: true, audit: { action: `claim.${kind}`, subject: encodeId('clm', id), after } };
  });
}

/** Accepts a claim whose days are over. What cannot be put right at once leaves it accepted, with what is missing. */
async function acceptBySilence(context: Context, id: string, zone: string): Promise<boolean> {
  const whole = await tryToAccept(context, id, zone, null);
  if (!(whole instanceof Refusal)) return whole;
  // Decided meanwhile, or a large import is being counted: the next run looks again.
  if (whole.code !== 'claim_unsettled') return false;
  return (await tryToAccept(context, id, zone, whole.fields[0]?.message ?? unsaid)) === true;
}

async function tryToAccept(context: Context, id: string, zone: string, missing: Bilingual | null): Promise<boolean | Refusal> {
  try {
    return await accept(context, id, zone, missing);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

const unsaid: Bilingual = { en: 'It could not be recorded.', fr: 'Cela n’a pas pu être enregistré.' };

function accept(context: Context, id: string, zone: string, unsettled: Bilingual | null): Promise<boolean> {
  mustAnswer(context.actor);
  return write(context, async (tx) => {
    const now = context.now();
    const before = await mustHold(tx, context, id, null);
    mustAllow(before, 'accept_automatically', now);
    const settled = unsettled === null ? await settledBySilence(tx, context, before) : { ...nothing, unsettled };
    // In the words of the claim's own code, which is told in the language of each reader.
    const entry = { kind: 'accepted_automatically', side: 'clock', text: outcomeTexts.deadline_passed.en, links: [] } as const;
    await takeStep(tx, context, before, { step: 'accept_automatically', entry, code: 'deadline_passed', settled });
    const after = auditOf(await mustFind(tx, context, id, null), now, zone);
    const audit = {
      action: 'claim.accepted_automatically',
      subject: encodeId('clm', id),
      before: auditOf(before, now, zone),
      after,
    };
    return { result: true, audit };
  });
}

const nothing = { by: null, fact: null, contributionId: null } as const;

async function settledBySilence(tx: Tx, context: Context, before: ClaimRecord): Promise<Settled> {
  const said = settlementBySilence(before);
  return isSettlement(said) ? settle(tx, context, before, said) : { ...nothing, unsettled: said };
}
