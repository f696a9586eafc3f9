import type { ClaimDetail } from '@cordee/contract/claim';
import type { OpenClaim } from '@cordee/contract/claim-body';
import { deadlineOf } from '@cordee/core/claim';
import type { Terms } from '@cordee/core/counting';
import { encodeId, factId, parseSequenceUuid } from '@cordee/core/ids';
import type { Instant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { attachFiles } from '../../../platform/files/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { customerIdOf, loadTermsVersion, workspaceKeys } from '../../fact/index.ts';
import { partnerNames } from '../../partner/index.ts';
import { cachedTerms } from '../../program/index.ts';
import { auditOf } from '../claim-answer.ts';
import { addEntry, insertClaim } from '../claim-change.store.ts';
import { mayTakePart } from '../claim.policy.ts';
import type { ClaimRecord, Expected } from '../claim.store.ts';
import { contributionStateOf, factOfPartner, factsToldAs, findContestedCommission, findTwin } from '../claim-target.store.ts';
import { termsInForce } from '../claim-terms.store.ts';
import { detailOf, mustFind } from '../read-claim.ts';
import { alreadyOpen, inFuture, isRecorded, notRefused, unknownEnrollment, unknownTarget } from '../refusals.ts';

/** How far ahead of our clock an instant may lie: clocks differ a little. */
const toleranceMs = 5 * 60_000;

/**
 * Opens a claim: from here on the company has the days of its terms, which the claim keeps. Refuses `unknown_reference` for what is not the
 * partner's, `already_exists` while a claim about the same is open, `conflict` for a contribution that was not refused, `clock_in_future`.
 */
export async function openClaim(context: Context, input: OpenClaim): Promise<Wire<ClaimDetail>> {
  const own = mayTakePart(context.actor);
  const { customerKey, zone } = await workspaceKeys(context.db, context.workspaceId);
  return write(context, async (tx) => {
    const { workspaceId, actor } = context;
    const now = context.now();
    const enrollment = enrollmentOf(await cachedTerms(tx, workspaceId, await loadTermsVersion(tx, workspaceId)), input, own);
    const { partnerId, programId } = enrollment;
    const about = await targetOf(tx, workspaceId, input, partnerId);
    const expected = expectedOf(input, customerKey, now);
    if (input.kind === 'missing') await mustBeMissing(tx, workspaceId, expected, partnerId);
    const twin = await findTwin(tx, workspaceId, partnerId, {
      factSeq: about.fact?.seq ?? null,
      commissionNumber: about.commissionNumber,
      contributionId: about.contributionId,
      eventId: expected?.eventId ?? null,
    });
    if (twin !== null) throw alreadyOpen(about.path, encodeId('clm', twin));
    const { workspace, programs } = await termsInForce(tx, workspaceId);
    const { days, dayKind, isAutomatic } = programs.get(programId) ?? workspace;
    const record: ClaimRecord = {
      id: newUuid(now),
      kind: input.kind,
      partnerId,
      partnerName: (await partnerNames(tx, workspaceId, [partnerId])).get(partnerId) ?? '',
      enrollmentId: input.enrollmentId,
      programId,
      byPartner: own !== null,
      fact: about.fact,
      commissionNumber: about.commissionNumber,
      contributionId: about.contributionId,
      expected,
      openedAt: now,
      days,
      dayKind,
      isAutomatic,
      state: 'open',
      deadline: deadlineOf({ openedAt: now, terms: { days, dayKind }, pauses: [], zone }),
      entries: 0,
      outcome: null,
      settled: null,
    };
    await insertClaim(tx, workspaceId, record);
    const side = own === null ? ('company' as const) : ('partner' as const);
    const { text, links, files } = input;
    const place = await addEntry(tx, workspaceId, record.id, { at: now, kind: 'opened', side, actor, text, links });
    await attachFiles(tx, context, { subject: encodeId('clm', record.id), place }, files);
    const kept = await mustFind(tx, context, record.id, own);
    const audit = { action: 'claim.opened', subject: encodeId('clm', record.id), after: auditOf(kept, now, zone) };
    return { result: await detailOf(tx, context, kept), audit };
  });
}

function enrollmentOf({ enrollments }: Terms, { enrollmentId }: OpenClaim, own: string | null) {
  const enrollment = enrollments.get(enrollmentId);
  if (enrollment === undefined || (own !== null && enrollment.partnerId !== own)) {
    throw new Refusal('unknown_reference', [unknownEnrollment]);
  }
  return enrollment;
}

/** What is recorded for this partner is not missing: it is told which fact it is. Of what is recorded for others it is told nothing. */
async function mustBeMissing(tx: Tx, workspaceId: string, expected: Expected | null, partnerId: string): Promise<void> {
  if (expected === null || expected.eventId === null) return;
  for (const { seq, recordedAt } of await factsToldAs(tx, workspaceId, expected.what, expected.eventId)) {
    if ((await factOfPartner(tx, workspaceId, { seq, at: recordedAt }, partnerId)) === null) continue;
    throw new Refusal('conflict', [isRecorded(factId(recordedAt, seq))]);
  }
}

interface About extends Pick<ClaimRecord, 'fact' | 'commissionNumber' | 'contributionId'> {
  readonly path: string;
}

async function targetOf(tx: Tx, workspaceId: string, input: OpenClaim, partnerId: string): Promise<About> {
  const { factId: contested, commissionId, contributionId, enrollmentId } = input;
  const none = { fact: null, commissionNumber: null, contributionId: null };
  if (contributionId !== undefined) {
    const state = await contributionStateOf(tx, workspaceId, contributionId, partnerId);
    if (state === null) throw new Refusal('unknown_reference', [unknownTarget('contributionId')]);
    if (state !== 'refused') throw new Refusal('conflict', [notRefused]);
    return { ...none, contributionId, path: 'contributionId' };
  }
  if (commissionId !== undefined) {
    const place = parseSequenceUuid(commissionId);
    const found = place === null ? null : await findContestedCommission(tx, workspaceId, place);
    const isOwn = found?.partnerId === partnerId && found.enrollmentId === enrollmentId && found.recordedAt === place?.at;
    if (place === null || found === null || !isOwn) throw new Refusal('unknown_reference', [unknownTarget('commissionId')]);
    const fact = { seq: place.seq, recordedAt: place.at };
    return { ...none, fact, commissionNumber: place.n, path: 'commissionId' };
  }
  if (contested === undefined) return { ...none, path: 'expected.eventId' };
  const place = parseSequenceUuid(contested);
  const found = place === null ? null : await factOfPartner(tx, workspaceId, place, partnerId);
  if (found === null) throw new Refusal('unknown_reference', [unknownTarget('factId')]);
  return { ...none, fact: { seq: found.seq, recordedAt: found.recordedAt }, path: 'factId' };
}

function expectedOf({ expected }: OpenClaim, key: Buffer, now: Instant): Expected | null {
  if (expected === undefined) return null;
  const { what, occurredAt, eventId = null, customer = {}, amount, currency = null } = expected;
  if (occurredAt > now + toleranceMs) throw inFuture('expected.occurredAt', now);
  const { externalId = null, name = null, email = null } = customer;
  return {
    what,
    occurredAt: Math.min(occurredAt, now),
    eventId,
    customerId: externalId === null ? null : customerIdOf(key, externalId),
    externalId,
    name,
    email,
    amount: amount === undefined ? null : BigInt(amount),
    currency,
  };
}
