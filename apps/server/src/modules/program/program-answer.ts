import type { Program } from '@cordee/contract/program';
import type { ProgramPlace } from '@cordee/core/counting';
import { encodeId } from '@cordee/core/ids';
import { formatInstant, type Instant } from '@cordee/core/time';
import type { ProgramRecord } from './program.store.ts';
import type { PlaceEntry } from './place.store.ts';

/** A program with its place and its default plan as they are at `now`, and their history. */
export function toContract(program: ProgramRecord, history: readonly PlaceEntry[], now: Instant): Program {
  const { precedence, planId } = placeAt(history, now);
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

/** What is in force at `now`, of all that is known; what began at once when it was recorded has begun, whatever the two clocks say. */
export function placeAt(history: readonly PlaceEntry[], now: Instant): ProgramPlace {
  let best: PlaceEntry | undefined;
  for (const entry of history) {
    if (entry.from <= Math.max(now, entry.recordedAt) && (best === undefined || entry.from >= best.from)) best = entry;
  }
  if (best === undefined) throw new Error('a program without a place among programs');
  return best.value;
}
