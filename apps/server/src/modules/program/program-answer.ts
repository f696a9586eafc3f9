import type { Program } from '@cordee/contract/program';
import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { ProgramRecord } from './program.store.ts';

export function toContract(program: ProgramRecord): Program {
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
    precedence: program.precedence,
    maskCustomers: program.maskCustomers,
    planId: encodeId('pln', program.planId),
    createdAt: formatInstant(program.createdAt),
    archivedAt: program.archivedAt === null ? null : formatInstant(program.archivedAt),
  };
}
