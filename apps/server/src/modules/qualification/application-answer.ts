import type { ApplicationAnswer, ApplicationDetail } from '@cordee/contract/application';
import { encodeId, type Prefix } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { selectTwins, type ApplicationRecord } from './application.store.ts';
import { conflictsWith } from './queries/find-conflicts.ts';

export function applicationToContract(record: ApplicationRecord): ApplicationAnswer {
  return {
    id: encodeId('app', record.id),
    formId: encodeId('apf', record.formId),
    programId: encodeId('prg', record.programId),
    programName: record.programName,
    state: record.state,
    name: record.name,
    contact: record.contact,
    email: record.email,
    language: record.language,
    country: record.country,
    sentAt: formatInstant(record.sentAt),
    confirmedAt: record.confirmedAt === null ? null : formatInstant(record.confirmedAt),
    decidedAt: record.decidedAt === null ? null : formatInstant(record.decidedAt),
    reason: record.reason,
    partnerId: idOrNull('prt', record.partnerId),
    enrollmentId: idOrNull('enr', record.enrollmentId),
  };
}

function idOrNull(prefix: Prefix, id: string | null): string | null {
  return id === null ? null : encodeId(prefix, id);
}

/** An application with what it answers, its twins, and whom it has something in common with. */
export async function applicationToDetail(tx: Tx, workspaceId: string, record: ApplicationRecord): Promise<ApplicationDetail> {
  const { website, registrationNumber, vatNumber, address, ties, name, email } = record;
  const own = { name, registrationNumber, vatNumber, emails: [email], address };
  const twins = await selectTwins(tx, workspaceId, record);
  return {
    ...applicationToContract(record),
    website,
    registrationNumber,
    vatNumber,
    address,
    ties,
    answers: record.answers as Record<string, never>,
    document: record.document,
    conflicts: await conflictsWith(tx, workspaceId, own, record.partnerId),
    twins: twins.map((twin) => ({
      id: encodeId('app', twin.id),
      name: twin.name,
      state: twin.state,
      sentAt: formatInstant(twin.sentAt),
    })),
  };
}
