import type { Program } from '@cordee/contract/program';
import { valueAt, type ProgramStanding } from '@cordee/core/counting';
import { encodeId } from '@cordee/core/ids';
import { formatInstant, type Instant } from '@cordee/core/time';
import type { ProgramRecord } from './program.store.ts';
import type { StandingEntry } from './standing.store.ts';

/** A program with its place and its default plan as they are at `now`, and their history. */
export function toContract(program: ProgramRecord, history: readonly StandingEntry[], now: Instant): Program {
  const { precedence, planId } = standingAt(history, now);
  return {
    id: encodeId('prg', program.id),
    name: program.name,
    slug: program.slug,
    destinationUrl: program.destinationUrl,
    clickParameter: program.clickParameter,
    cookie: program.cookie,
    cookieDays: program.cookieDays,
    gpc: program.gpc,
    repeatMinutes: program.repeatMinutes,
    precedence,
    maskCustomers: program.maskCustomers,
    planId: encodeId('pln', planId),
    terms: history.map(({ from, recordedAt, value }) => ({
      from: formatInstant(from),
      recordedAt: formatInstant(recordedAt),
      precedence: value.precedence,
      planId: encodeId('pln', value.planId),
    })),
    createdAt: formatInstant(program.createdAt),
    archivedAt: program.archivedAt === null ? null : formatInstant(program.archivedAt),
  };
}

/** What is in force at `now`, of all that is known. */
export function standingAt(history: readonly StandingEntry[], now: Instant): ProgramStanding {
  const standing = valueAt(history, now, Number.MAX_SAFE_INTEGER);
  if (standing === undefined) throw new Error('a program without a place among programs');
  return standing;
}
