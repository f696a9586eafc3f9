import { decodeId } from '@cordee/core/ids';
import { localDateOf, parseInstant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { enqueue } from '../../platform/jobs/index.ts';
import type { Happened, Reaction } from '../../platform/outbox/index.ts';
import { contributionCustomer } from '../contribution/index.ts';
import { findProgram } from '../program/index.ts';
import type { ContributionDecidedData } from './templates/contribution-decided.ts';
import type { MessagingParts } from './parts.ts';
import { ANNOUNCE_JOB } from './reminders/announce-terms.ts';
import { TELL_PAYMENTS_JOB } from './reminders/tell-payments.ts';
import { TELL_STATEMENTS_JOB } from './reminders/tell-statements.ts';
import { writeMail } from './sending/write-mail.ts';
import { tellCharter, tellJointFact } from './tell-agreement.ts';
import { tellClaim } from './tell-claim.ts';
import { tellDispute } from './tell-dispute.ts';
import { tellEnvelope } from './tell-envelope.ts';
import { tellDebt } from './tell-debt.ts';
import { tellInvoice } from './tell-invoice.ts';
import { tellApplication, tellEvidence, tellQualification } from './tell-qualification.ts';
import { tellLeaving } from './tell-leaving.ts';
import { tellObligation } from './tell-obligation.ts';
import { partnersToTell, senderOf, staff } from './who.ts';

type Data = Readonly<Record<string, unknown>>;
type React = (tx: Tx, parts: MessagingParts, workspaceId: string, happened: Happened) => Promise<unknown>;

/** Which rows of the audit trail people are written about. */
const reactions: Readonly<Record<string, React>> = {
  'enrollment.active': tellApproved,
  'contribution.confirmed': tellContribution,
  'contribution.refused': tellContribution,
  'contribution.withdrawn': tellContribution,
  'claim.opened': tellClaim,
  'claim.said': tellClaim,
  'claim.asked': tellClaim,
  'claim.replied': tellClaim,
  'claim.accepted': tellClaim,
  'claim.partly_accepted': tellClaim,
  'claim.refused': tellClaim,
  'claim.withdrawn': tellClaim,
  'claim.settled': tellClaim,
  'claim.reminded': tellClaim,
  'claim.overdue': tellClaim,
  'claim.accepted_automatically': tellClaim,
  'application.confirmed': tellApplication,
  'application.decided': tellApplication,
  'qualification.opened': tellQualification,
  'qualification.sealed': tellQualification,
  'qualification.revealed': tellQualification,
  'qualification.reminded': tellQualification,
  'qualification.withdrawn': tellQualification,
  'qualification.expired': tellQualification,
  'qualification.decided': tellQualification,
  'evidence.ending': tellEvidence,
  'charter.shared': tellCharter,
  'charter.said': tellCharter,
  'charter.proposed': tellCharter,
  'charter.accepted': tellCharter,
  'charter.refused': tellCharter,
  'charter.approved': tellCharter,
  'charter.agreed': tellCharter,
  'charter.signed': tellCharter,
  'charter.in_force': tellCharter,
  'charter.announced': tellCharter,
  'charter.objected': tellCharter,
  'charter.dropped': tellCharter,
  'charter.ended': tellCharter,
  'joint_fact.proposed': tellJointFact,
  'joint_fact.confirmed': tellJointFact,
  'joint_fact.contested': tellJointFact,
  'joint_fact.withdrawn': tellJointFact,
  'obligation.reminded': tellObligation,
  'obligation.late': tellObligation,
  'obligation.not_kept': tellObligation,
  'obligation.handed_in': tellObligation,
  'obligation.refused': tellObligation,
  'obligation.waived': tellObligation,
  'obligation.missed': tellObligation,
  'leaving.noticed': tellLeaving,
  'leaving.end_offered': tellLeaving,
  'leaving.withdrawal_offered': tellLeaving,
  'leaving.agreed': tellLeaving,
  'leaving.declined': tellLeaving,
  'leaving.taken_back': tellLeaving,
  'leaving.near': tellLeaving,
  'leaving.settled': tellLeaving,
  'leaving.ended': tellLeaving,
  'partner_archive.written': tellLeaving,
  'dispute.opened': tellDispute,
  'dispute.said': tellDispute,
  'dispute.brief_submitted': tellDispute,
  'dispute.pause_asked': tellDispute,
  'dispute.paused': tellDispute,
  'dispute.resumed': tellDispute,
  'dispute.extension_asked': tellDispute,
  'dispute.extended': tellDispute,
  'dispute.declined': tellDispute,
  'dispute.stepped_up': tellDispute,
  'dispute.exhausted': tellDispute,
  'dispute.mediator_named': tellDispute,
  'dispute.mediation_ended': tellDispute,
  'dispute.proposed': tellDispute,
  'dispute.accepted': tellDispute,
  'dispute.refused': tellDispute,
  'dispute.decided': tellDispute,
  'dispute.withdrawn': tellDispute,
  'dispute.reminded': tellDispute,
  'envelope.completed': tellEnvelope,
  'envelope.refused': tellEnvelope,
  'envelope.expired': tellEnvelope,
  'debt_plan.proposed': tellDebt,
  'debt_plan.agreed': tellDebt,
  'debt_plan.declined': tellDebt,
  'debt_plan.withdrawn': tellDebt,
  'debt_plan.paid': tellDebt,
  'debt_plan.waived': tellDebt,
  'debt_plan.settled': tellDebt,
  'debt_plan.missed': tellDebt,
  'debt_plan.broken': tellDebt,
  'debt_plan.ended': tellDebt,
  'invoice.delivered': tellInvoice,
  'invoice.contested': tellInvoice,
  'invoice.sent': tellInvoice,
  'invoice.accepted': tellInvoice,
  'invoice.refused': tellInvoice,
  'payout_batch.sent': tellPayments('bat', 'batchId'),
  'payout_batch.paid_outside': tellPayments('bat', 'batchId'),
  'bank_report.read': tellPayments('brp', 'reportId'),
  'payout.rejected': tellPayments('pay', 'payoutId'),
  'period.closed': tellStatements,
  'plan.published': announceTerms,
  'program.terms_changed': announceDefaultPlan,
  'webhook.disabled': tellDisabled,
  'import.finished': tellRejects,
};

/** Writes to people what the audit trail says, for the outbox. */
export function writeAboutIt(parts: MessagingParts): Reaction {
  return async (tx, workspaceId, happened) => {
    for (const row of happened) await reactions[row.action]?.(tx, parts, workspaceId, row);
  };
}

async function tellApproved(tx: Tx, parts: MessagingParts, workspaceId: string, { id, before, after }: Happened): Promise<void> {
  if (data(before)['state'] !== 'pending' || data(after)['state'] !== 'active') return;
  const partnerId = decodeId('prt', String(data(after)['partnerId']));
  const programId = decodeId('prg', String(data(after)['programId']));
  if (partnerId === null || programId === null) return;
  const sender = await senderOf(tx, parts, workspaceId);
  const program = await findProgram(tx, workspaceId, programId);
  for (const { name, recipients } of await partnersToTell(tx, workspaceId, [partnerId])) {
    const told = { workspace: sender.name, partner: name, program: program?.name ?? '', portal: `${parts.baseUrl}/portal` };
    await writeMail(tx, parts, sender, { kind: 'enrollment_approved', to: recipients, occasion: id, data: () => told });
  }
}

/** What the company decided about a contribution, to each partner it may credit; what a partner takes back itself it knows. */
async function tellContribution(tx: Tx, parts: MessagingParts, workspaceId: string, happened: Happened): Promise<void> {
  const { id, action, actor, subject, after } = happened;
  if (data(actor)['role'] === 'partner') return;
  const contributionId = decodeId('ctb', subject);
  const { parties, kind, reason, validUntil } = data(after);
  if (contributionId === null || !Array.isArray(parties)) return;
  const shares = new Map(
    parties.map((party) => [decodeId('prt', String(data(party)['partnerId'])) ?? '', String(data(party)['share'])]),
  );
  const sender = await senderOf(tx, parts, workspaceId);
  const until = parseInstant(String(validUntil));
  const told = {
    workspace: sender.name,
    decision: action.slice('contribution.'.length) as ContributionDecidedData['decision'],
    kind: String(kind) as ContributionDecidedData['kind'],
    customer: await contributionCustomer(tx, workspaceId, contributionId),
    reason: typeof reason === 'string' ? reason : null,
    // Its last day is whole.
    lastDay: until === null ? null : localDateOf(until - 1, sender.zone),
    portal: `${parts.baseUrl}/portal/declared?open=${subject}`,
  };
  for (const partner of await partnersToTell(tx, workspaceId, [...shares.keys()])) {
    const letter = { ...told, partner: partner.name, share: shares.get(partner.id) ?? '1/1' };
    await writeMail(tx, parts, sender, {
      kind: 'contribution_decided',
      to: partner.recipients,
      occasion: `${id} ${partner.id}`,
      data: () => letter,
    });
  }
}

/** A file may hold very many payments: a job writes to their partners. */
function tellPayments(prefix: 'bat' | 'brp' | 'pay', name: 'batchId' | 'reportId' | 'payoutId'): React {
  return async (tx, _parts, workspaceId, { subject }) => {
    const id = decodeId(prefix, subject);
    if (id !== null) await enqueue(tx, TELL_PAYMENTS_JOB, { workspaceId, [name]: id });
  };
}

async function tellStatements(tx: Tx, _parts: MessagingParts, workspaceId: string, { subject }: Happened): Promise<void> {
  await enqueue(tx, TELL_STATEMENTS_JOB, { workspaceId, month: subject });
}

/** There may be very many partners: a job writes to them. The first version of a plan changes nothing for anybody. */
async function announceTerms(tx: Tx, _parts: MessagingParts, workspaceId: string, { after }: Happened): Promise<void> {
  const planId = decodeId('pln', String(data(after)['planId']));
  const number = Number(data(after)['number']);
  if (planId === null || number < 2) return;
  await enqueue(tx, ANNOUNCE_JOB, { workspaceId, planId, number });
}

/** Another default plan of a program, from an instant on; another precedence changes no terms. */
async function announceDefaultPlan(tx: Tx, _parts: MessagingParts, workspaceId: string, { after }: Happened): Promise<void> {
  const { terms } = data(after);
  if (!Array.isArray(terms)) return;
  const [last, before] = terms.toReversed().map(data);
  const planId = decodeId('pln', String(last?.['planId']));
  const from = parseInstant(String(last?.['from']));
  if (planId === null || from === null || last?.['planId'] === before?.['planId']) return;
  await enqueue(tx, ANNOUNCE_JOB, { workspaceId, planId, from });
}

async function tellDisabled(tx: Tx, parts: MessagingParts, workspaceId: string, { id, after }: Happened): Promise<void> {
  const { url, description, disabledFor } = data(after);
  const sender = await senderOf(tx, parts, workspaceId);
  const told = {
    url: String(url),
    description: typeof description === 'string' ? description : '',
    reason: disabledFor === 'gone' ? ('gone' as const) : ('failures' as const),
    console: `${parts.baseUrl}/console`,
  };
  const to = await staff(tx, sender, ['owner', 'manager']);
  await writeMail(tx, parts, sender, { kind: 'webhook_disabled', to, occasion: id, data: () => told });
}

async function tellRejects(tx: Tx, parts: MessagingParts, workspaceId: string, { id, after }: Happened): Promise<void> {
  const { fileName, accepted, duplicates, rejected, state } = data(after);
  const isComplete = state === 'done';
  if (isComplete && Number(rejected) === 0) return;
  const sender = await senderOf(tx, parts, workspaceId);
  const told = {
    fileName: String(fileName),
    accepted: Number(accepted),
    duplicates: Number(duplicates),
    rejected: Number(rejected),
    isComplete,
    console: `${parts.baseUrl}/console`,
  };
  const to = await staff(tx, sender, ['owner', 'manager']);
  await writeMail(tx, parts, sender, { kind: 'import_rejects', to, occasion: id, data: () => told });
}

function data(value: unknown): Data {
  return typeof value === 'object' && value !== null ? (value as Data) : {};
}
