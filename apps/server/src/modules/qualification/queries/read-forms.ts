import type { ApplicationForm, PublicForm } from '@cordee/contract/application-form';
import { encodeId } from '@cordee/core/ids';
import { formatInstant, localDateOf, shiftDate, type Instant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { transaction, withWorkspace, type Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { workspaceKeys } from '../../fact/index.ts';
import { workspaceToTell } from '../../identity/index.ts';
import { findProgram } from '../../program/index.ts';
import {
  countStep,
  findForm,
  findFormOf,
  sumSteps,
  workspaceOfForm,
  type FormRecord,
  type Step,
} from '../application-form.store.ts';
import type { QualificationParts } from '../parts.ts';
import { formToken } from '../tokens.ts';

/** The form of a program with how many came how far; null while it has none. Refuses `not_found`. */
export async function getApplicationForm(
  context: Context,
  { baseUrl }: Pick<QualificationParts, 'baseUrl'>,
  programId: string,
  days: number,
): Promise<{ form: ApplicationForm | null }> {
  const { zone } = await workspaceKeys(context.db, context.workspaceId);
  const since = shiftDate(localDateOf(context.now(), zone), 1 - days);
  return read(context, async (tx) => {
    if ((await findProgram(tx, context.workspaceId, programId)) === null) throw new Refusal('not_found');
    const form = await findFormOf(tx, context.workspaceId, programId);
    if (form === null) return { form: null };
    const funnel = await sumSteps(tx, context.workspaceId, form.id, since);
    return { form: { ...formToContract(form, baseUrl), funnel } };
  });
}

export function formToContract(form: FormRecord, baseUrl: string): Omit<ApplicationForm, 'funnel'> {
  const id = encodeId('apf', form.id);
  return {
    id,
    programId: encodeId('prg', form.programId),
    open: form.isOpen,
    document: form.document,
    url: `${baseUrl}/apply?form=${id}`,
    changedAt: formatInstant(form.changedAt),
  };
}

export interface OpenForm {
  readonly workspaceId: string;
  readonly form: FormRecord;
  readonly workspace: string;
  readonly program: string;
}

/** An open form of a program that is not archived, by its address alone. Refuses `not_found`. */
export async function mustFindOpen(tx: Tx, id: string): Promise<OpenForm> {
  await withWorkspace(tx, '*');
  const workspaceId = await workspaceOfForm(tx, id);
  if (workspaceId === null) throw new Refusal('not_found');
  await withWorkspace(tx, workspaceId);
  const form = await findForm(tx, workspaceId, id);
  const program = form === null ? null : await findProgram(tx, workspaceId, form.programId);
  if (form === null || !form.isOpen || program === null || program.archivedAt !== null) throw new Refusal('not_found');
  return { workspaceId, form, workspace: (await workspaceToTell(tx, workspaceId)).name, program: program.name };
}

/** What the page of a form is made of, counted as seen. */
export function readPublicForm({ db, now, linkKey }: QualificationParts, id: string): Promise<PublicForm> {
  return transaction(db, async (tx) => {
    const { workspaceId, form, workspace, program } = await mustFindOpen(tx, id);
    const at = now();
    await countFor(tx, { workspaceId, formId: form.id, step: 'seen', at });
    return { workspace, program, document: form.document, token: formToken(linkKey, id, at) };
  });
}

/** Somebody has begun to fill it. Refuses `not_found`. */
export function beginApplication({ db, now }: QualificationParts, id: string): Promise<void> {
  return transaction(db, async (tx) => {
    const { workspaceId } = await mustFindOpen(tx, id);
    await countFor(tx, { workspaceId, formId: id, step: 'begun', at: now() });
  });
}

interface Counted {
  readonly workspaceId: string;
  readonly formId: string;
  readonly step: Step;
  readonly at: Instant;
}

/** Counts a step on the company's own day. */
export async function countFor(tx: Tx, { workspaceId, formId, step, at }: Counted): Promise<void> {
  const { zone } = await workspaceToTell(tx, workspaceId);
  await countStep(tx, workspaceId, formId, step, localDateOf(at, zone));
}
