import type { ChangeProgram, Program } from '@cordee/contract/program';
import { encodeId } from '@cordee/core/ids';
import { freeCode } from '@cordee/core/program';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { changeTerms } from '../../fact/index.ts';
import { toContract } from '../program-answer.ts';
import { mustManagePrograms } from '../program.policy.ts';
import { announceLinks, findProgram, slugsLike, updateProgram, type ProgramRecord } from '../program.store.ts';
import { taken } from '../refusals.ts';
import { selectPlaces } from '../place.store.ts';

/** Changes the settings of a program; its links follow at once. Refuses `not_found`, and `already_exists` for a taken slug. */
export function changeProgram(context: Context, programId: string, changes: ChangeProgram): Promise<Program> {
  mustManagePrograms(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    await changeTerms(tx, workspaceId, context.now());
    const before = await findProgram(tx, workspaceId, programId);
    if (before === null) throw new Refusal('not_found');
    const { slug } = changes;
    if (slug !== undefined && slug !== before.slug) {
      const used = await slugsLike(tx, workspaceId, slug.slice(0, 40));
      const free = freeCode(slug, (candidate) => used.has(candidate));
      if (free !== slug) throw taken('slug', slug, free);
    }

    const after = apply(before, changes);
    await updateProgram(tx, workspaceId, after);
    await announceLinks(tx, workspaceId);
    const [history, now] = [await selectPlaces(tx, workspaceId, [programId]), context.now()];
    const result = toContract(after, history, now);
    return {
      result,
      audit: {
        action: 'program.changed',
        subject: encodeId('prg', programId),
        before: toContract(before, history, now),
        after: result,
      },
    };
  });
}

function apply(program: ProgramRecord, changes: ChangeProgram): ProgramRecord {
  return {
    ...program,
    name: changes.name ?? program.name,
    slug: changes.slug ?? program.slug,
    destinationUrl: changes.destinationUrl ?? program.destinationUrl,
    clickParameter: changes.clickParameter ?? program.clickParameter,
    cookie: changes.cookie ?? program.cookie,
    cookieDays: changes.cookieDays ?? program.cookieDays,
    gpc: changes.gpc ?? program.gpc,
    repeatMinutes: changes.repeatMinutes ?? program.repeatMinutes,
    maskCustomers: changes.maskCustomers ?? program.maskCustomers,
  };
}
