import type { ApplyByKey, SendApplication } from '@cordee/contract/application';
import { encodeId } from '@cordee/core/ids';
import { takes, type Answers, type Form } from '@cordee/core/qualification';
import type { Instant } from '@cordee/core/time';
import type { Actor, Context } from '../../../platform/context.ts';
import { transaction, type Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { recordAudit, write, type AuditEntry } from '../../../platform/verb.ts';
import { findProgram } from '../../program/index.ts';
import { findForm, type FormRecord } from '../application-form.store.ts';
import { findUnconfirmed, saveApplication, selectApplications, setConfirmed, type Applicant } from '../application.store.ts';
import type { QualificationParts } from '../parts.ts';
import { mustApplyForOthers } from '../qualification.policy.ts';
import { countFor, mustFindOpen } from '../queries/read-forms.ts';
import { mustFindApplication } from '../queries/read-applications.ts';
import { missingAnswer, unknownForm, wrongAnswer } from '../refusals.ts';
import { confirmationToken, judgeFormToken, readConfirmation } from '../tokens.ts';

const sent = { sent: true } as const;
/** Nobody in particular: whoever applies has no account. */
const applicant: Actor = { kind: 'system', job: 'application' };

/**
 * Takes an application from the hosted page, and asks for a proof of the address by mail. A filled trap is answered as if it had been taken.
 * Refuses `not_found`, `application_too_fast`, `application_link_over`, and answers the form does not take.
 */
export function sendApplication(
  parts: QualificationParts,
  requestId: string,
  formId: string,
  { token, fax, ...input }: SendApplication,
): Promise<typeof sent> {
  return transaction(parts.db, async (tx) => {
    const { workspaceId, form, program } = await mustFindOpen(tx, formId);
    const now = parts.now();
    const verdict = judgeFormToken(parts.linkKey, formId, token, now);
    if (verdict !== 'good') throw new Refusal(verdict === 'over' ? 'application_link_over' : 'application_too_fast');
    mustAnswer(form, input.answers);
    if (fax !== undefined && fax !== '') return sent;
    const audit = await take(tx, parts, { workspaceId, form, program, now }, asApplicant(input));
    if (audit !== null) await recordAudit(tx, { workspaceId, actor: applicant, now: () => now, requestId }, audit);
    return sent;
  });
}

/** The same with a publishable key, from a page of the company itself. */
export function applyByKey(context: Context, parts: QualificationParts, { formId, ...input }: ApplyByKey): Promise<typeof sent> {
  mustApplyForOthers(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const form = await findForm(tx, workspaceId, formId);
    const program = form === null ? null : await findProgram(tx, workspaceId, form.programId);
    if (form === null || !form.isOpen || program === null || program.archivedAt !== null) throw unknownForm;
    mustAnswer(form, input.answers);
    const place = { workspaceId, form, program: program.name, now: context.now() };
    return { result: sent, audit: await take(tx, parts, place, asApplicant(input)) };
  });
}

interface Place {
  readonly workspaceId: string;
  readonly form: FormRecord;
  readonly program: string;
  readonly now: Instant;
}

/** An address that already applied and waits is written to again, and no second application is made. */
async function take(tx: Tx, parts: QualificationParts, place: Place, made: Applicant): Promise<AuditEntry | null> {
  const { workspaceId, form, program, now } = place;
  const earlier = await findUnconfirmed(tx, workspaceId, form.id, made.email);
  const id = earlier ?? newUuid(now);
  const { id: formId, programId, document } = form;
  await saveApplication(tx, workspaceId, { ...made, id, formId, programId, document, sentAt: now });
  if (earlier === null) await countFor(tx, { workspaceId, formId, step: 'sent', at: now });
  const token = confirmationToken(parts.linkKey, { workspaceId, applicationId: id }, now);
  await parts.onApplied(tx, workspaceId, {
    address: made.email,
    name: made.contact,
    language: made.language,
    program,
    link: `${parts.baseUrl}/apply/confirmation?lang=${made.language}&token=${token}`,
    applicationId: id,
  });
  // The audit trail holds no address and no name of a person.
  const after = { formId: encodeId('apf', formId), programId: encodeId('prg', programId), again: earlier !== null };
  return { action: 'application.sent', subject: encodeId('app', id), after };
}

type Input = Omit<ApplyByKey, 'formId'>;

function asApplicant(input: Input): Applicant {
  return {
    name: input.name,
    contact: input.contact,
    email: input.email,
    language: input.language,
    country: input.country ?? null,
    website: input.website ?? null,
    registrationNumber: input.registrationNumber ?? null,
    vatNumber: input.vatNumber ?? null,
    address: input.address ?? null,
    ties: input.ties ?? null,
    answers: input.answers,
  };
}

function mustAnswer({ document: { questions } }: FormRecord, answers: Answers): void {
  const forms = new Map(questions.map(({ key, form }) => [key, form as Form]));
  const wrong = Object.entries(answers).filter(([key, answer]) => {
    const form = forms.get(key);
    return form === undefined || !takes(form, answer);
  });
  if (wrong.length > 0) throw wrongAnswer(wrong.map(([key]) => key));
  const missing = questions.filter(({ key, required }) => required && !Object.hasOwn(answers, key));
  if (missing.length > 0) throw missingAnswer(missing.map(({ key }) => key));
}

/** Proves an address by the link of the mail; once more changes nothing. Refuses `application_link_over`. */
export function confirmApplication(parts: QualificationParts, requestId: string, token: string) {
  const now = parts.now();
  const read = readConfirmation(parts.linkKey, token, now);
  if (read === null) throw new Refusal('application_link_over');
  const { workspaceId, applicationId } = read;
  return transaction(
    parts.db,
    async (tx) => {
      const [before] = await selectApplications(tx, workspaceId, { ids: [applicationId], limit: 1 });
      if (before === undefined) throw new Refusal('application_link_over');
      if (before.state === 'unconfirmed') {
        await setConfirmed(tx, workspaceId, applicationId, now);
        await countFor(tx, { workspaceId, formId: before.formId, step: 'confirmed', at: now });
        const after = { formId: encodeId('apf', before.formId), programId: encodeId('prg', before.programId) };
        const audit = { action: 'application.confirmed', subject: encodeId('app', applicationId), after };
        await recordAudit(tx, { workspaceId, actor: applicant, now: () => now, requestId }, audit);
      }
      const { state, programName } = await mustFindApplication(tx, workspaceId, applicationId);
      return { workspaceId, state, program: programName };
    },
    { workspaceId },
  );
}
