import type { CreateProgram, Program } from '@cordee/contract/program';
import { encodeId } from '@cordee/core/ids';
import { planTemplates, type PlanDocument } from '@cordee/core/plan';
import { codeFromName, freeCode } from '@cordee/core/program';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { changeTerms } from '../../fact/index.ts';
import { mustBeSound } from '../plan-faults.ts';
import { insertPlan, insertVersion } from '../plan.store.ts';
import { toContract } from '../program-answer.ts';
import { mustManagePrograms } from '../program.policy.ts';
import { insertProgram, readWorkspace, slugsLike, type ProgramRecord } from '../program.store.ts';
import { taken } from '../refusals.ts';
import { insertPlace, type PlaceEntry } from '../place.store.ts';

/**
 * Opens a program with a default plan, whose first version is a draft. Refuses `plan_invalid`, `unknown_reference` for a plan
 * that names unknown partners, and `already_exists` when the slug is taken.
 */
export function createProgram(context: Context, input: CreateProgram): Promise<Program> {
  mustManagePrograms(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const recordedAt = await changeTerms(tx, workspaceId, context.now());
    const document = await firstDocument(tx, workspaceId, input);
    const slug = await chooseSlug(tx, workspaceId, input);

    const planId = newUuid(recordedAt);
    const program: ProgramRecord = {
      id: newUuid(recordedAt),
      name: input.name,
      slug,
      destinationUrl: input.destinationUrl,
      clickParameter: input.clickParameter,
      cookie: input.cookie,
      cookieDays: input.cookieDays,
      gpc: input.gpc,
      repeatMinutes: input.repeatMinutes,
      maskCustomers: input.maskCustomers,
      createdAt: recordedAt,
      archivedAt: null,
    };
    // The first entry holds for all times, so that a history can be imported.
    const value = { precedence: input.precedence, planId };
    const place: PlaceEntry = { programId: program.id, number: 0, from: 0, recordedAt, value };
    await insertProgram(tx, workspaceId, program);
    await insertPlace(tx, workspaceId, place);
    await insertPlan(tx, workspaceId, { id: planId, programId: program.id, name: input.name, createdAt: recordedAt });
    await insertVersion(tx, workspaceId, {
      id: newUuid(recordedAt),
      planId,
      number: 1,
      document,
      createdAt: recordedAt,
      revision: 1,
      publishedAt: null,
      effectiveAt: null,
    });
    const result = toContract(program, [place], recordedAt);
    return { result, audit: { action: 'program.created', subject: encodeId('prg', program.id), after: result } };
  });
}

async function firstDocument(tx: Tx, workspaceId: string, input: CreateProgram): Promise<PlanDocument> {
  if (input.plan !== undefined) {
    await mustBeSound(tx, workspaceId, input.plan, 'plan');
    return input.plan;
  }
  const { currency } = await readWorkspace(tx, workspaceId);
  return { ...planTemplates[input.template ?? 'affiliate'], currency };
}

async function chooseSlug(tx: Tx, workspaceId: string, input: CreateProgram): Promise<string> {
  const wish = input.slug ?? codeFromName(input.name, 'program');
  const used = await slugsLike(tx, workspaceId, wish.slice(0, 40));
  const free = freeCode(wish, (candidate) => used.has(candidate));
  if (input.slug !== undefined && free !== input.slug) throw taken('slug', input.slug, free);
  return free;
}
