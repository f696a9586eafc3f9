import type { Simulated, SimulationAnswer, SimulationSummary } from '@cordee/contract/simulation';
import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { Wire } from '../../../platform/http/index.ts';
import type { SimulationRecord } from './simulation.store.ts';

export function summaryToContract(record: SimulationRecord): Wire<SimulationSummary> {
  const { state, facts, total, totals } = record;
  return {
    id: encodeId('sim', record.id),
    planId: encodeId('pln', record.planId),
    from: formatInstant(record.from),
    to: formatInstant(record.to),
    state,
    facts,
    total,
    totals,
    createdAt: formatInstant(record.createdAt),
    finishedAt: record.finishedAt === null ? null : formatInstant(record.finishedAt),
  };
}

export function toContract(record: SimulationRecord, result: Simulated | null): Wire<SimulationAnswer> {
  return { ...summaryToContract(record), result };
}
