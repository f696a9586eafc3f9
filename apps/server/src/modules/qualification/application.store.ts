import type { applicationStates } from '@cordee/contract/application';
import type { FormDocument } from '@cordee/contract/application-form';
import type { Language } from '@cordee/contract/language';
import type { Answers } from '@cordee/core/qualification';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export type ApplicationState = (typeof applicationStates)[number];

export interface Applicant {
  readonly name: string;
  readonly contact: string;
  readonly email: string;
  readonly language: Language;
  readonly country: string | null;
  readonly website: string | null;
  readonly registrationNumber: string | null;
  readonly vatNumber: string | null;
  readonly address: string | null;
  readonly ties: string | null;
  readonly answers: Answers;
}

export interface ApplicationRecord extends Applicant {
  readonly id: string;
  readonly formId: string;
  readonly programId: string;
  readonly programName: string;
  readonly state: ApplicationState;
  readonly document: FormDocument;
  readonly sentAt: Instant;
  readonly confirmedAt: Instant | null;
  readonly decidedAt: Instant | null;
  readonly reason: string | null;
  readonly partnerId: string | null;
  readonly enrollmentId: string | null;
}

export interface ApplicationFilter {
  readonly ids?: readonly string[];
  readonly state?: ApplicationState | 'to_decide' | undefined;
  readonly programId?: string | undefined;
  readonly before?: string | null;
  readonly limit: number;
}

const columns = `a.id, a.form_id as "formId", a.program_id as "programId", p.name as "programName", a.state, a.document, a.name, a.contact,
  a.email, a.language, a.country, a.website, a.registration_number as "registrationNumber", a.vat_number as "vatNumber", a.address,
  a.ties, a.answers, a.sent_at as "sentAt", a.confirmed_at as "confirmedAt", a.decided_at as "decidedAt", a.reason,
  a.partner_id as "partnerId", a.enrollment_id as "enrollmentId"`;
const tables = `application a join program p on p.workspace_id = a.workspace_id and p.id = a.program_id`;

/** Applications, newest first. */
export async function selectApplications(
  tx: Tx,
  workspaceId: string,
  { ids, state, programId, before, limit }: ApplicationFilter,
): Promise<ApplicationRecord[]> {
  return tx.query<ApplicationRecord>(
    `select ${columns} from ${tables}
      where a.workspace_id = $1 and ($2::uuid[] is null or a.id = any($2)) and ($3::uuid is null or a.program_id = $3)
        and ($4::uuid is null or a.id < $4)
        and ($5::text is null or a.state = case $5 when 'to_decide' then 'waiting' else $5 end)
      order by a.id desc limit $6`,
    [workspaceId, ids ?? null, programId ?? null, before ?? null, state ?? null, limit],
  );
}

export async function lockApplication(tx: Tx, workspaceId: string, id: string): Promise<boolean> {
  const rows = await tx.query(`select id from application where workspace_id = $1 and id = $2 for update`, [workspaceId, id]);
  return rows.length === 1;
}

/** The unconfirmed application of this address to this form, if there is one: it is written over. */
export async function findUnconfirmed(tx: Tx, workspaceId: string, formId: string, email: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `select id from application where workspace_id = $1 and form_id = $2 and lower(email) = lower($3) and state = 'unconfirmed'
      order by id desc limit 1 for update`,
    [workspaceId, formId, email],
  );
  return row?.id ?? null;
}

export type NewApplication = Applicant & Pick<ApplicationRecord, 'id' | 'formId' | 'programId' | 'document' | 'sentAt'>;

export async function saveApplication(tx: Tx, workspaceId: string, made: NewApplication): Promise<void> {
  await tx.query(
    `insert into application (workspace_id, id, form_id, program_id, state, document, name, contact, email, language, country, website,
       registration_number, vat_number, address, ties, answers, sent_at)
     values ($1, $2, $3, $4, 'unconfirmed', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
     on conflict (workspace_id, id) do update set document = excluded.document, name = excluded.name, contact = excluded.contact,
       language = excluded.language, country = excluded.country, website = excluded.website,
       registration_number = excluded.registration_number, vat_number = excluded.vat_number, address = excluded.address,
       ties = excluded.ties, answers = excluded.answers, sent_at = excluded.sent_at`,
    [
      workspaceId,
      made.id,
      made.formId,
      made.programId,
      JSON.stringify(made.document),
      made.name,
      made.contact,
      made.email,
      made.language,
      made.country,
      made.website,
      made.registrationNumber,
      made.vatNumber,
      made.address,
      made.ties,
      JSON.stringify(made.answers),
      new Date(made.sentAt),
    ],
  );
}

export async function setConfirmed(tx: Tx, workspaceId: string, id: string, at: Instant): Promise<void> {
  await tx.query(
    `update application set state = 'waiting', confirmed_at = $3 where workspace_id = $1 and id = $2 and state = 'unconfirmed'`,
    [workspaceId, id, new Date(at)],
  );
}

export interface ApplicationOutcome {
  readonly state: 'asked' | 'accepted' | 'refused';
  readonly reason: string;
  readonly at: Instant;
  readonly partnerId: string | null;
  readonly enrollmentId: string | null;
}

export async function setOutcome(tx: Tx, workspaceId: string, id: string, outcome: ApplicationOutcome): Promise<void> {
  const { state, reason, at, partnerId, enrollmentId } = outcome;
  await tx.query(
    `update application set state = $3, reason = $4, decided_at = $5, partner_id = $6, enrollment_id = $7
      where workspace_id = $1 and id = $2`,
    [workspaceId, id, state, reason, new Date(at), partnerId, enrollmentId],
  );
}

/** Others of the same address, name or number that were confirmed. */
export async function selectTwins(tx: Tx, workspaceId: string, record: ApplicationRecord): Promise<ApplicationRecord[]> {
  return tx.query<ApplicationRecord>(
    `select ${columns} from ${tables}
      where a.workspace_id = $1 and a.id <> $2 and a.confirmed_at is not null
        and (lower(a.email) = lower($3) or lower(a.name) = lower($4)
          or regexp_replace(a.registration_number, '[^0-9A-Za-z]', '', 'g') = regexp_replace($5::text, '[^0-9A-Za-z]', '', 'g')
          or regexp_replace(a.vat_number, '[^0-9A-Za-z]', '', 'g') = regexp_replace($6::text, '[^0-9A-Za-z]', '', 'g'))
      order by a.id desc limit 20`,
    [workspaceId, record.id, record.email, record.name, record.registrationNumber, record.vatNumber],
  );
}

/** Forgets applications whose address was never proved. */
export async function forgetUnconfirmed(tx: Tx, workspaceId: string, before: Instant): Promise<void> {
  await tx.query(`delete from application where workspace_id = $1 and state = 'unconfirmed' and sent_at < $2`, [
    workspaceId,
    new Date(before),
  ]);
}
