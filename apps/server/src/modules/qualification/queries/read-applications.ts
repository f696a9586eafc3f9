import type { ApplicationAnswer, ApplicationDetail, ListApplications } from '@cordee/contract/application';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { applicationToContract, applicationToDetail } from '../application-answer.ts';
import { selectApplications, type ApplicationRecord } from '../application.store.ts';
import { mustReadApplications } from '../qualification.policy.ts';

/** A page of applications, newest first. */
export async function listApplications(
  context: Context,
  { state, programId, cursor, limit }: ListApplications,
): Promise<{ items: ApplicationAnswer[]; nextCursor: string | null }> {
  mustReadApplications(context.actor);
  const [before = null] = decodeCursor(cursor, 1) ?? [];
  const filter = { state, programId, before, limit: limit + 1 };
  const rows = await read(context, (tx) => selectApplications(tx, context.workspaceId, filter));
  return pageOfRows(rows, limit, applicationToContract, ({ id }) => [id]);
}

/** Refuses `not_found`. */
export function getApplication(context: Context, id: string): Promise<ApplicationDetail> {
  mustReadApplications(context.actor);
  return read(context, async (tx) =>
    applicationToDetail(tx, context.workspaceId, await mustFindApplication(tx, context.workspaceId, id)),
  );
}

export async function mustFindApplication(tx: Tx, workspaceId: string, id: string): Promise<ApplicationRecord> {
  const [record] = await selectApplications(tx, workspaceId, { ids: [id], limit: 1 });
  if (record === undefined) throw new Refusal('not_found');
  return record;
}

export interface ApplicantToTell {
  readonly address: string;
  readonly name: string;
  readonly company: string;
  readonly language: ApplicationRecord['language'];
  readonly program: string;
  readonly state: ApplicationRecord['state'];
  readonly reason: string | null;
}

/** Who applied and what became of it, for who writes to people; null once it is forgotten. */
export async function applicantToTell(tx: Tx, workspaceId: string, id: string): Promise<ApplicantToTell | null> {
  const [record] = await selectApplications(tx, workspaceId, { ids: [id], limit: 1 });
  if (record === undefined) return null;
  const { email, contact, name, language, programName, state, reason } = record;
  return { address: email, name: contact, company: name, language, program: programName, state, reason };
}
