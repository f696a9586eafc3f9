import type { ImportAnswer } from '@cordee/contract/import';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { importAnswer } from '../import-answer.ts';
import { findImport } from '../import.store.ts';
import { mustManageIngestion } from '../ingestion.policy.ts';

/** How far an import is. Refuses `not_found`. */
export function getImport(context: Context, id: string): Promise<ImportAnswer> {
  mustManageIngestion(context.actor);
  return read(context, async (tx) => {
    const record = await findImport(tx, context.workspaceId, id);
    if (record === null) throw new Refusal('not_found');
    return importAnswer(record, context.language);
  });
}
