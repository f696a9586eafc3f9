import type { EnvelopeAnswer } from '@cordee/contract/signature';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { envelopeToContract } from '../envelope-answer.ts';
import { selectEnvelopes } from '../envelope.store.ts';

export interface EnvelopeTold {
  readonly envelope: Wire<EnvelopeAnswer>;
  /** SHA-256 of its documents as they were given, in their order. */
  readonly given: readonly string[];
}

/** Envelopes of a module that sent them, as they stand, by their uuid. Who may read them is for the caller to have asked. */
export async function envelopesById(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<Map<string, EnvelopeTold>> {
  if (ids.length === 0) return new Map();
  const records = await selectEnvelopes(tx, workspaceId, { ids, limit: ids.length });
  return new Map(
    records.map((record) => {
      const given = record.documents.map(({ sha256 }) => sha256);
      return [record.id, { envelope: envelopeToContract(record), given }];
    }),
  );
}
