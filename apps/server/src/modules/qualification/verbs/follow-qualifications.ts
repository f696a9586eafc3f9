import { encodeId } from '@cordee/core/ids';
import { localDateOf, shiftDate, type LocalDate } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { transaction } from '../../../platform/db/index.ts';
import { write, type AuditEntry } from '../../../platform/verb.ts';
import { workspaceIds, workspaceKeys } from '../../fact/index.ts';
import { eraseUnread } from '../blind-answers.store.ts';
import { markEnding, selectEnding, type EvidenceRecord } from '../evidence.store.ts';
import { mustManageQualification } from '../qualification.policy.ts';
import { markReminded, selectDueAgain, selectRunningOut, setFollowedBy, type DueAgain } from '../following.store.ts';
import type { QualificationParts } from '../parts.ts';
import { auditOf } from '../qualification-answer.ts';
import { takeEvidenceAlong } from '../take-evidence-along.ts';
import { endQualification } from '../qualification.store.ts';
import { mustFind, mustHold } from '../read-qualification.ts';
import { opened } from './open-qualification.ts';
import { forgetUnconfirmed } from '../application.store.ts';

const JOB = 'qualification.follow';
const DAY_MS = 86_400_000;
const remindBefore = 3 * DAY_MS;
/** Evidence that ends is told so many days before. */
const evidenceDays = 30;
const answerDays = 30;
/** An address that was never proved is forgotten. */
const unprovedMs = 30 * DAY_MS;

type Parts = Pick<QualificationParts, 'db' | 'now'>;

/**
 * What time does: reminds before the days to answer are over, ends what is, asks again on its day, tells of evidence that ends, and forgets
 * applications nobody confirmed. To be run anywhere, twice or late: each is held and looked at again.
 */
export async function followQualifications(parts: Parts): Promise<void> {
  for (const workspaceId of await workspaceIds(parts.db)) await followQualificationsOf(parts, workspaceId);
}

/** The same for one workspace. */
export async function followQualificationsOf({ db, now }: Parts, workspaceId: string): Promise<void> {
  const context: Context = { actor: { kind: 'system', job: JOB }, workspaceId, db, now, language: 'en', requestId: JOB };
  const { zone } = await workspaceKeys(db, workspaceId);
  const today = localDateOf(now(), zone);
  const due = await transaction(
    db,
    async (tx) => ({
      running: await selectRunningOut(tx, workspaceId, now() + remindBefore, now()),
      again: await selectDueAgain(tx, workspaceId, today),
      ending: await selectEnding(tx, workspaceId, shiftDate(today, evidenceDays)),
    }),
    { workspaceId },
  );
  for (const id of due.running) await runOut(context, id);
  for (const one of due.again) await askAgain(context, one, today);
  for (const evidence of due.ending) await tellEnding(context, evidence);
  await transaction(db, (tx) => forgetUnconfirmed(tx, workspaceId, now() - unprovedMs), { workspaceId });
}

function runOut(context: Context, id: string): Promise<void> {
  mustManageQualification(context.actor);
  return write(context, async (tx) => {
    const before = await mustHold(tx, context, id, { partnerId: null });
    const now = context.now();
    const isOver = before.expiresAt <= now;
    if (before.state !== 'open' || (!isOver && before.isReminded)) return { result: undefined, audit: null };
    if (isOver) {
      await eraseUnread(tx, context.workspaceId, id);
      await endQualification(tx, context.workspaceId, id, { state: 'expired', at: now });
    } else await markReminded(tx, context.workspaceId, id, now);
    const after = auditOf(await mustFind(tx, context, id, { partnerId: null }));
    const action = isOver ? 'qualification.expired' : 'qualification.reminded';
    const audit: AuditEntry = { action, subject: encodeId('qlf', id), before: auditOf(before), after };
    return { result: undefined, audit };
  });
}

function askAgain(context: Context, { id, partnerId, questionnaireId }: DueAgain, today: LocalDate): Promise<void> {
  mustManageQualification(context.actor);
  return write(context, async (tx) => {
    await mustHold(tx, context, id, { partnerId: null });
    const { result, audit } = await opened(tx, context, { partnerId, questionnaireId, days: answerDays });
    if (!(await setFollowedBy(tx, context.workspaceId, id, result.id))) throw new Error('followed twice although it is held');
    const taken = await takeEvidenceAlong(tx, context, { from: id, to: result.id, today });
    const after = { ...audit.after, ...taken, follows: encodeId('qlf', id) };
    return { result: undefined, audit: { ...audit, after } };
  });
}

function tellEnding(context: Context, { id, qualificationId, partnerId, side, title, expiresOn }: EvidenceRecord): Promise<void> {
  mustManageQualification(context.actor);
  return write(context, async (tx) => {
    if (!(await markEnding(tx, context.workspaceId, id))) return { result: undefined, audit: null };
    const after = {
      qualificationId: encodeId('qlf', qualificationId),
      partnerId: encodeId('prt', partnerId),
      side,
      title,
      expiresOn,
    };
    return { result: undefined, audit: { action: 'evidence.ending', subject: encodeId('evd', id), after } };
  });
}
