import type { ProgramStanding } from '@cordee/contract/program';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { mustReadPrograms } from '../program.policy.ts';
import { programsStanding } from '../program-standing.ts';
import { findProgram } from '../program.store.ts';

/** A program with where it stands. Refuses `not_found`. */
export function getProgram(context: Context, programId: string): Promise<ProgramStanding> {
  mustReadPrograms(context.actor);
  return read(context, async (tx) => {
    const program = await findProgram(tx, context.workspaceId, programId);
    if (program === null) throw new Refusal('not_found');
    const [standing] = await programsStanding(tx, context.workspaceId, [program], context.now());
    if (standing === undefined) throw new Error(`program ${programId} stands nowhere`);
    return standing;
  });
}
