import type { Program } from '@cordee/contract/program';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { toContract } from '../program-answer.ts';
import { mustReadPrograms } from '../program.policy.ts';
import { findProgram } from '../program.store.ts';
import { selectStandings } from '../standing.store.ts';

/** Refuses `not_found`. */
export function getProgram(context: Context, programId: string): Promise<Program> {
  mustReadPrograms(context.actor);
  return read(context, async (tx) => {
    const program = await findProgram(tx, context.workspaceId, programId);
    if (program === null) throw new Refusal('not_found');
    return toContract(program, await selectStandings(tx, context.workspaceId, [programId]), context.now());
  });
}
