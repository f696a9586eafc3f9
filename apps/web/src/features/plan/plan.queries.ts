import type { AnswerOf } from '../../lib/api/call.ts';
import { pagesOf, queryOf } from '../../lib/api/queries.ts';

export type Plan = AnswerOf<'getPlan'>;
export type PlanVersion = Plan['versions'][number];

export const plansQuery = (programId: string) => pagesOf('listPlans', { params: { id: programId }, query: { limit: 100 } });
export const planQuery = (id: string) => queryOf('getPlan', { params: { id } });

/** The version that is being written, if there is one. */
export function draftOf({ versions }: Plan): PlanVersion | undefined {
  return versions.find(({ state }) => state === 'draft');
}

/** What holds: the version in force, else the one announced, else the latest. */
export function holdingOf({ versions }: Plan): PlanVersion | undefined {
  return (
    versions.find(({ state }) => state === 'in_force') ?? versions.find(({ state }) => state === 'announced') ?? versions.at(-1)
  );
}

/** The latest version partners know: announced or in force; nothing when none was ever published. */
export function lastPublishedOf({ versions }: Plan): PlanVersion | undefined {
  return versions.findLast(({ publishedAt }) => publishedAt !== null);
}
