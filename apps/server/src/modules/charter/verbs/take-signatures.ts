import { decodeId, encodeId } from '@cordee/core/ids';
import { sides, type Side } from '@cordee/core/partnership';
import { localDateOf, parseInstant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Reaction } from '../../../platform/outbox/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { recordAudit } from '../../../platform/verb.ts';
import { zoneOf } from '../../fact/index.ts';
import { envelopesById, type EnvelopeTold } from '../../signature/index.ts';
import { markSigned, takePlan } from '../bring-into-force.ts';
import { insertEntry, insertSignature } from '../charter-change.store.ts';
import { followVersion } from '../charter-duties.ts';
import { mustManageCharters } from '../charter.policy.ts';
import { lockCharter, selectCharters, selectVersionsOf, type EntryRecord, type VersionRecord } from '../charter.store.ts';
import { endSending, findSending, type EndOfSending, type SendingRecord } from '../sending.store.ts';

const JOB = 'charter.signatures';

const ends: Readonly<Record<string, EndOfSending>> = {
  'envelope.completed': 'completed',
  'envelope.refused': 'refused',
  'envelope.expired': 'expired',
  'envelope.cancelled': 'cancelled',
};

/**
 * Takes over how envelopes of charters ended: completed, the version is signed by those people and holds from its day; otherwise it stands as
 * before, and both read why. In the transaction in which the outbox tells it: once, whatever dies meanwhile; told again nothing happens.
 */
export function takeSignatures({ db, now }: Pick<Context, 'db' | 'now'> & { readonly db: Database }): Reaction {
  return async (tx, workspaceId, happened) => {
    for (const { action, subject } of happened) {
      const end = ends[action];
      const envelopeId = end === undefined ? null : decodeId('env', subject);
      if (end === undefined || envelopeId === null) continue;
      const context: Context = { actor: { kind: 'system', job: JOB }, workspaceId, db, now, language: 'en', requestId: JOB };
      await takeOver(tx, context, envelopeId, end);
    }
  };
}

async function takeOver(tx: Tx, context: Context, envelopeId: string, end: EndOfSending): Promise<void> {
  mustManageCharters(context.actor);
  const { workspaceId } = context;
  const known = await findSending(tx, workspaceId, envelopeId);
  if (known === null) return;
  await lockCharter(tx, workspaceId, known.charterId);
  const sending = await findSending(tx, workspaceId, envelopeId);
  const told = (await envelopesById(tx, workspaceId, [envelopeId])).get(envelopeId);
  if (sending?.state !== 'sent' || told === undefined) return;
  const now = context.now();
  await endSending(tx, workspaceId, envelopeId, end, now);
  const { charterId, version: number } = sending;
  const version = (await selectVersionsOf(tx, workspaceId, [charterId])).find((one) => one.number === number);
  if (version === undefined) throw new Error(`charter ${charterId} has no version ${number}`);
  const entry =
    end === 'completed'
      ? await signed(tx, context, version, sending, told)
      : await enter(tx, context, sending, notSigned(end, told));
  const action = end === 'completed' ? 'charter.in_force' : `charter.sign_${end}`;
  // Mails tell the entry.
  const after = { version: number, envelope: encodeId('env', envelopeId), entry };
  await recordAudit(tx, context, { action, subject: encodeId('chr', charterId), after });
}

/** All have signed what both approved; the entry that says so. */
async function signed(
  tx: Tx,
  context: Context,
  version: VersionRecord,
  sending: SendingRecord,
  { envelope, given }: EnvelopeTold,
): Promise<number> {
  const { workspaceId } = context;
  const { charterId, envelopeId } = sending;
  const isSame = version.state === 'approved' && version.hash === sending.hash && given[0] === sending.paperSha256;
  // The database keeps what is approved, and nothing else may be done meanwhile: never so unless somebody wrote past both.
  if (!isSame) throw new Error(`envelope ${envelopeId} is not about what stands in charter ${charterId}`);
  const now = context.now();
  const zone = await zoneOf(tx, workspaceId);
  const names: string[] = [];
  const days: string[] = [];
  for (const side of sides) {
    const own = envelope.signers.filter((signer) => signer.side === side && signer.state === 'signed');
    const instants = own.flatMap(({ signedAt }) => (signedAt === null ? [] : [parseInstant(signedAt)]));
    const signedOn = localDateOf(Math.max(...instants.map((at) => at ?? 0)), zone);
    const reference = own.map(({ name }) => name).join(', ');
    const signature = { version: version.number, side, signedOn, reference, envelopeId, actor: context.actor, at: now };
    await insertSignature(tx, workspaceId, charterId, signature);
    names.push(reference);
    days.push(signedOn);
  }
  const holdsFrom = await markSigned(tx, context, version, days.toSorted().at(-1) ?? '');
  const entry = await enter(tx, context, sending, { kind: 'in_force', side: lastSide(envelope), text: names.join(', ') });
  await tryPlan(tx, context, version, sending, holdsFrom, zone);
  await followVersion(tx, context, charterId);
  return entry;
}

/** What was signed stays signed: where the plan cannot be taken any more, both read it, and the company puts it right. */
async function tryPlan(
  tx: Tx,
  context: Context,
  version: VersionRecord,
  sending: SendingRecord,
  holdsFrom: string,
  zone: string,
): Promise<void> {
  const [charter] = await selectCharters(tx, context.workspaceId, { id: sending.charterId, limit: 1 });
  if (charter === undefined) throw new Error(`no charter ${sending.charterId}`);
  const now = context.now();
  try {
    await takePlan(tx, context, version, holdsFrom, { charter, now, today: localDateOf(now, zone), zone });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await enter(tx, context, sending, { kind: 'annex_waits', side: 'company', text: null });
  }
}

function lastSide({ signers }: EnvelopeTold['envelope']): Side {
  const signedAt = (side: Side) =>
    signers
      .flatMap((one) => (one.side === side && one.signedAt !== null ? [one.signedAt] : []))
      .toSorted()
      .at(-1) ?? '';
  return signedAt('partner') > signedAt('company') ? 'partner' : 'company';
}

function notSigned(
  end: Exclude<EndOfSending, 'completed'>,
  { envelope }: EnvelopeTold,
): Pick<EntryRecord, 'kind' | 'side' | 'text'> {
  if (end === 'expired') return { kind: 'sign_expired', side: 'company', text: null };
  if (end === 'cancelled') return { kind: 'sign_cancelled', side: 'company', text: envelope.reason };
  const who = envelope.signers.find(({ state }) => state === 'refused');
  return {
    kind: 'sign_refused',
    side: who?.side ?? 'partner',
    text: who === undefined ? null : `${who.name}: ${who.reason ?? ''}`,
  };
}

async function enter(
  tx: Tx,
  { workspaceId, actor, now }: Context,
  { charterId, version }: SendingRecord,
  entry: Pick<EntryRecord, 'kind' | 'side' | 'text'>,
): Promise<number> {
  return insertEntry(tx, workspaceId, charterId, { ...entry, version, at: now(), actor, clause: null, proposal: null });
}
