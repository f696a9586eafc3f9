import { encodeId } from '@cordee/core/ids';
import { newsOf } from '@cordee/core/obligation';
import { daysBetween, localDateOf, type Instant, type LocalDate } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { transaction, withWorkspace, type Database } from '../../../platform/db/index.ts';
import { write } from '../../../platform/verb.ts';
import { workspaceIds, workspaceKeys } from '../../fact/index.ts';
import { standingOf } from '../obligation-answer.ts';
import { mustManage } from '../obligation.policy.ts';
import { addEntry, findObligation, markTold, selectToFollow, type ObligationRecord, type Place } from '../obligation.store.ts';
import { extendDutiesIn } from '../set-duties-in.ts';
import { selectTerms } from '../terms.store.ts';

const JOB = 'obligation.follow';
const atOnce = 500;

interface Parts {
  readonly db: Database;
  readonly now: () => Instant;
}

/** What the clock does about obligations, in every workspace: it reminds, and says what is late, missed or kept. */
export async function followObligations(parts: Parts): Promise<void> {
  for (const workspaceId of await workspaceIds(parts.db)) await followObligationsOf(parts, workspaceId);
}

/** The same for one workspace: to be run every hour, anywhere, twice or late. How many things were told. */
export async function followObligationsOf(parts: Parts, workspaceId: string): Promise<number> {
  const { db, now } = parts;
  const { zone } = await workspaceKeys(db, workspaceId);
  const today = localDateOf(now(), zone);
  const context = contextOf(parts, workspaceId);
  let told = 0;
  for (let after: Place | null = null; ;) {
    const page = await transaction(db, async (tx) => {
      await withWorkspace(tx, workspaceId);
      return selectToFollow(tx, workspaceId, { today, after, limit: atOnce });
    });
    // Most of what is near has no news today: a transaction of its own is only for what has.
    for (const record of page) if (newsFor(record, today) !== null && (await tell(context, record.id, today))) told += 1;
    after = page.at(-1) ?? null;
    if (page.length < atOnce) return told;
  }
}

/** Compiles further ahead what is promised without an end; to be run every day. */
export async function extendObligations(parts: Parts): Promise<void> {
  for (const workspaceId of await workspaceIds(parts.db)) await extend(contextOf(parts, workspaceId));
}

function contextOf({ db, now }: Parts, workspaceId: string): Context {
  return { actor: { kind: 'system', job: JOB }, workspaceId, db, now, language: 'en', requestId: JOB };
}

async function extend(context: Context): Promise<void> {
  mustManage(context.actor);
  const { db, workspaceId } = context;
  const all = await transaction(db, async (tx) => {
    await withWorkspace(tx, workspaceId);
    return selectTerms(tx, workspaceId, null);
  });
  for (const terms of all.filter((one) => one.terms.length > 0)) {
    await write(context, async (tx) => ({ result: await extendDutiesIn(tx, context, terms), audit: null }));
  }
}

function tell(context: Context, id: string, today: LocalDate): Promise<boolean> {
  mustManage(context.actor);
  const { workspaceId, actor } = context;
  return write(context, async (tx) => {
    const record = await findObligation(tx, workspaceId, id, null, true);
    const news = record === null ? null : newsFor(record, today);
    if (record === null || news === null) return { result: false, audit: null };
    await markTold(tx, workspaceId, id, news, today);
    await addEntry(tx, workspaceId, id, { at: context.now(), kind: news, side: 'clock', actor, text: null, links: [] });
    const { titleEn, titleFr, dueOn, owner, partnerId } = record;
    const partner = encodeId('prt', partnerId);
    const subject = news === 'reminder' ? encodeId('obl', id) : partner;
    const obligation = {
      obligationId: encodeId('obl', id),
      partnerId: partner,
      title: { en: titleEn, fr: titleFr },
      dueOn,
      owner,
    };
    const after = { ...obligation, daysLeft: daysBetween(today, dueOn) };
    return { result: true, audit: { action: `obligation.${said[news]}`, subject, after } };
  });
}

const said = { reminder: 'reminded', late: 'late', missed: 'not_kept', kept: 'kept' } as const;

function newsFor(record: ObligationRecord, today: LocalDate): keyof typeof said | null {
  const state = standingOf(record, today);
  const { told, toldOn, lastKind } = record;
  if (record.proof === 'none') return state === 'kept' && lastKind === null && told !== 'kept' ? 'kept' : null;
  return newsOf(record, state, today, told === null || told === 'kept' || toldOn === null ? null : { news: told, on: toldOn });
}
