import { programRoutes } from '@cordee/contract/program';
import { simulationRoutes } from '@cordee/contract/simulation';
import { formatInstant } from '@cordee/core/time';
import type { ApiClient } from '../api-client.ts';
import { castPrograms, nextAffiliation, type ProgramKey } from '../cast/programs.ts';
import { programOf, type OpenProgram, type Stage } from '../stage.ts';
import { daysAgo } from '../story/draft.ts';
import type { Story } from '../story/story.ts';

/** When the terms the history was made under took effect. */
const TERMS_DAYS_AGO = 120;

/** The three programs; their first terms took effect before the history they are applied to. */
export async function openPrograms(office: ApiClient, story: Story): Promise<ReadonlyMap<ProgramKey, OpenProgram>> {
  const open = new Map<ProgramKey, OpenProgram>();
  for (const { key, plan, ...body } of castPrograms) {
    const { id, planId } = await office.call(programRoutes.createProgram, { body: { ...body, plan } });
    const effectiveAt = formatInstant(daysAgo(story, TERMS_DAYS_AGO));
    await office.call(programRoutes.publishPlan, { params: { id: planId }, body: { effectiveAt } });
    open.set(key, { id, planId });
  }
  return open;
}

export interface RateChange {
  readonly effectiveAt: string;
  /** What the new terms would have cost over the history, less what the old ones did; euro cents. */
  readonly difference: number;
  readonly now: number;
}

/** Tries lower rates on the history, then announces them: they hold once the notice has passed. */
export async function announceRates(stage: Stage): Promise<RateChange> {
  const { office } = stage.keys;
  const params = { id: programOf(stage, 'affiliation').planId };
  await office.call(programRoutes.draftVersion, { params, body: { document: nextAffiliation() } });
  const { begin, anchor } = stage.story;
  const tried = await office.call(simulationRoutes.simulatePlan, {
    params,
    body: { from: formatInstant(begin), to: formatInstant(anchor) },
  });
  const euros = tried.totals.find(({ currency }) => currency === 'EUR');
  const { effectiveAt } = await office.call(programRoutes.publishPlan, { params, body: {} });
  return { effectiveAt: effectiveAt ?? '', difference: euros?.difference ?? 0, now: euros?.current ?? 0 };
}
