import { dayAfter } from '@cordee/core/exit';
import { encodeId } from '@cordee/core/ids';
import { localDateOf, startOfDay } from '@cordee/core/time';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { write } from '../../platform/verb.ts';
import { workspaceKeys } from '../fact/index.ts';
import { closeAccess, limitAccess } from '../identity/index.ts';
import { endFeedsOf } from '../obligation/index.ts';
import { changeEnrollmentState, endCoupon, endLink, listCoupons, listEnrollments, listLinks } from '../program/index.ts';
import { keepStep, type LeavingRecord, selectSteps } from './leaving.store.ts';
import { decodeIds } from './typed-ids.ts';

/** Our own hand: what was decided is carried out whoever asks, and at whatever hour. */
export function ourselves({ workspaceId, db, now, language, requestId }: Context, job: string): Context {
  return { workspaceId, db, now, language, requestId, actor: { kind: 'system', job } };
}

/**
 * What follows once the last day is over: links and codes bring no new customers, and enrollments end with the run-off. Each part may
 * be cut off anywhere and is done again until it is marked as done.
 */
export async function stopEarning(context: Context, leaving: LeavingRecord, baseUrl: string): Promise<void> {
  const done = await stepsDone(context, leaving);
  if (!done.has('last_new')) {
    await endCodes(context, leaving.partnerId, baseUrl);
    await markDone(context, leaving, 'last_new');
  }
  if (!done.has('enrollments')) {
    await endEnrollments(context, leaving);
    await markDone(context, leaving, 'enrollments');
  }
}

/** From now on the partner's people read what stays theirs, and its calendar addresses answer no more. */
export function limitPeople(context: Context, { id, partnerId }: LeavingRecord): Promise<void> {
  return write(context, async (tx) => {
    const { workspaceId, actor } = context;
    const at = context.now();
    const isNew = await limitAccess(tx, workspaceId, partnerId, at);
    const calendars = await endFeedsOf(tx, workspaceId, partnerId, at);
    await keepStep(tx, workspaceId, id, { step: 'limited', at, side: 'clock', text: null, actor });
    const audit = { action: 'leaving.access_limited', subject: encodeId('prt', partnerId), after: { calendars } };
    return { result: undefined, audit: isNew ? audit : null };
  });
}

/** The days of reading are over: nobody signs in for the partner any more. */
export function closePeople(context: Context, { id, partnerId }: LeavingRecord): Promise<void> {
  return write(context, async (tx) => {
    const { workspaceId, actor } = context;
    const at = context.now();
    if (!(await keepStep(tx, workspaceId, id, { step: 'access', at, side: 'clock', text: null, actor }))) {
      return { result: undefined, audit: null };
    }
    const people = await closeAccess(tx, workspaceId, partnerId, at);
    return {
      result: undefined,
      audit: { action: 'leaving.access_closed', subject: encodeId('prt', partnerId), after: { people } },
    };
  });
}

async function endCodes(context: Context, partnerId: string, baseUrl: string): Promise<void> {
  for (let cursor: string | undefined; ;) {
    const page = await listLinks(context, { partnerId, limit: 200, cursor }, baseUrl);
    for (const { id, endedAt } of page.items) if (endedAt === null) await endLink(context, decodeIds('lnk', id), baseUrl);
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  for (let cursor: string | undefined; ;) {
    const page = await listCoupons(context, { partnerId, limit: 200, cursor });
    for (const { id, endedAt } of page.items) if (endedAt === null) await endCoupon(context, decodeIds('cpn', id));
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
}

async function endEnrollments(context: Context, { partnerId, endsOn, runOffOn }: LeavingRecord): Promise<void> {
  const { zone } = await workspaceKeys(context.db, context.workspaceId);
  const wanted = startOfDay(dayAfter(runOffOn ?? endsOn), zone);
  for (let cursor: string | undefined; ;) {
    const page = await listEnrollments(context, { partnerId, limit: 200, cursor });
    for (const { id, state, announced } of page.items) {
      if (state === 'ended' || announced?.state === 'ended') continue;
      const from = Math.max(wanted, context.now());
      // What waits for an answer never began to earn: it ends now.
      const ends = state === 'pending' || runOffOn === null ? {} : { from };
      await endOne(context, decodeIds('enr', id), { state: 'ended', ...ends });
    }
    if (page.nextCursor === null) return;
    cursor = page.nextCursor;
  }
}

/** A change announced for later goes first: the end then replaces it at its own day. */
async function endOne(context: Context, id: string, change: Parameters<typeof changeEnrollmentState>[2]): Promise<void> {
  try {
    await changeEnrollmentState(context, id, change);
  } catch (error) {
    const example = error instanceof Refusal && error.code === 'conflict' ? error.fields[0]?.example : undefined;
    if (typeof example !== 'string' || Number.isNaN(Date.parse(example))) throw error;
    await changeEnrollmentState(context, id, { ...change, from: Date.parse(example) });
  }
}

async function stepsDone(context: Context, { id }: LeavingRecord): Promise<ReadonlySet<string>> {
  const steps = await inWorkspace(context, (tx) => selectSteps(tx, context.workspaceId, id));
  return new Set(steps.map(({ step }) => step));
}

function markDone(context: Context, { id, partnerId }: LeavingRecord, step: string): Promise<void> {
  return write(context, async (tx) => {
    const { workspaceId, actor } = context;
    const isNew = await keepStep(tx, workspaceId, id, { step, at: context.now(), side: 'clock', text: null, actor });
    const audit = {
      action: 'leaving.step_done',
      subject: encodeId('lvg', id),
      after: { partnerId: encodeId('prt', partnerId), step },
    };
    return { result: undefined, audit: isNew ? audit : null };
  });
}

async function inWorkspace<T>(context: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  return write(context, async (tx) => ({ result: await work(tx), audit: null }));
}

/** Today where the company is. */
export async function todayOf(context: Context): Promise<string> {
  const { zone } = await workspaceKeys(context.db, context.workspaceId);
  return localDateOf(context.now(), zone);
}
