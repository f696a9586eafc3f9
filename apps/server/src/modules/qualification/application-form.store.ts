import type { FormDocument } from '@cordee/contract/application-form';
import type { Instant, LocalDate } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export interface FormRecord {
  readonly id: string;
  readonly programId: string;
  readonly isOpen: boolean;
  readonly document: FormDocument;
  readonly changedAt: Instant;
}

const columns = `id, program_id as "programId", is_open as "isOpen", document, changed_at as "changedAt"`;

export async function findFormOf(tx: Tx, workspaceId: string, programId: string): Promise<FormRecord | null> {
  const [row] = await tx.query<FormRecord>(
    `select ${columns} from application_form where workspace_id = $1 and program_id = $2`,
    [workspaceId, programId],
  );
  return row ?? null;
}

export async function findForm(tx: Tx, workspaceId: string, id: string): Promise<FormRecord | null> {
  const [row] = await tx.query<FormRecord>(`select ${columns} from application_form where workspace_id = $1 and id = $2`, [
    workspaceId,
    id,
  ]);
  return row ?? null;
}

/** Whose form it is: the address of a form names it alone. The transaction must see all workspaces. */
export async function workspaceOfForm(tx: Tx, id: string): Promise<string | null> {
  const [row] = await tx.query<{ workspace_id: string }>(`select workspace_id from application_form where id = $1`, [id]);
  return row?.workspace_id ?? null;
}

export async function saveForm(tx: Tx, workspaceId: string, form: FormRecord): Promise<void> {
  await tx.query(
    `insert into application_form (workspace_id, id, program_id, is_open, document, changed_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (workspace_id, program_id)
       do update set is_open = excluded.is_open, document = excluded.document, changed_at = excluded.changed_at`,
    [workspaceId, form.id, form.programId, form.isOpen, JSON.stringify(form.document), new Date(form.changedAt)],
  );
}

export const steps = ['seen', 'begun', 'sent', 'confirmed', 'accepted', 'refused'] as const;
export type Step = (typeof steps)[number];

/** One more came this far on that day. */
export async function countStep(tx: Tx, workspaceId: string, formId: string, step: Step, day: LocalDate): Promise<void> {
  await tx.query(
    `insert into application_count as c (workspace_id, form_id, day, step, number) values ($1, $2, $3, $4, 1)
     on conflict (workspace_id, form_id, day, step) do update set number = c.number + 1`,
    [workspaceId, formId, day, step],
  );
}

/** How many came how far since a day. */
export async function sumSteps(
  tx: Tx,
  workspaceId: string,
  formId: string,
  since: LocalDate,
): Promise<Readonly<Record<Step, number>>> {
  const rows = await tx.query<{ step: Step; number: number }>(
    `select step, sum(number)::integer as number from application_count
      where workspace_id = $1 and form_id = $2 and day >= $3 group by step`,
    [workspaceId, formId, since],
  );
  const of = (step: Step) => rows.find((row) => row.step === step)?.number ?? 0;
  return {
    seen: of('seen'),
    begun: of('begun'),
    sent: of('sent'),
    confirmed: of('confirmed'),
    accepted: of('accepted'),
    refused: of('refused'),
  };
}
