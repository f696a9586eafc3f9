import type { QualificationDetail } from '@cordee/contract/qualification';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import { write } from '../../platform/verb.ts';
import type { QualificationParts } from './parts.ts';
import { auditOf } from './qualification-answer.ts';
import { writerOf, type Reader } from './qualification.policy.ts';
import type { QualificationRecord } from './qualification.store.ts';
import { getQualification } from './queries/get-qualification.ts';
import { mustFind, mustHold } from './read-qualification.ts';

/**
 * Does something about a qualification that is held, in one transaction with its audit row, then reads it. What is stored for repetitions
 * is the id alone: answers would be readable there.
 */
export async function writeQualification(
  context: Context,
  parts: QualificationParts,
  id: string,
  act: (tx: Tx, before: QualificationRecord, reader: Reader) => Promise<{ readonly action: string; readonly more?: object }>,
): Promise<QualificationDetail> {
  await write(context, async (tx) => {
    const reader = await writerOf(tx, context);
    const before = await mustHold(tx, context, id, reader);
    const { action, more } = await act(tx, before, reader);
    const after = { ...auditOf(await mustFind(tx, context, id, reader)), by: reader.side, ...more };
    const audit = { action: `qualification.${action}`, subject: encodeId('qlf', id), before: auditOf(before), after };
    return { result: { id }, audit };
  });
  return getQualification(context, parts, id);
}
