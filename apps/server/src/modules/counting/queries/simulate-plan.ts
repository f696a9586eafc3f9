import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { exportSnapshot } from '../../../platform/db/index.ts';
import { read } from '../../../platform/verb.ts';
import { loadTermsVersion } from '../../fact/index.ts';
import { partnerNames } from '../../partner/index.ts';
import { cachedTerms, documentToTry } from '../../program/index.ts';
import { maySimulate } from '../counting.policy.ts';
import { loadCountHead } from '../counting.store.ts';
import { currentSums, simulatedSums, simulationOf } from '../replay/simulate.store.ts';
import { meanwhile, mostInline, simulateInThread } from '../replay/threads/in-threads.ts';

export interface SimulationBody {
  readonly document?: Parameters<typeof documentToTry>[3];
  readonly from: number;
  readonly to: number;
}

/**
 * Who would gain and who would lose under other rules. A history of more facts than `inline` is counted in a thread of its own. Refuses
 * `not_found`, `plan_invalid`, `unknown_reference`.
 */
export async function simulatePlan(
  context: Context,
  planId: string,
  body: SimulationBody,
  onProgress?: (facts: number) => void,
  inline = mostInline,
) {
  maySimulate(context.actor);
  const { workspaceId, db } = context;
  const { simulating, current } = await read(context, async (tx) => {
    const document = await documentToTry(tx, workspaceId, planId, body.document);
    const terms = await cachedTerms(tx, workspaceId, await loadTermsVersion(tx, workspaceId));
    const request = { workspaceId, terms, planId, document, from: body.from, to: body.to };
    const { address } = db;
    if (address === null || (await loadCountHead(tx, workspaceId)).countedSeq <= inline) {
      const simulated = await simulatedSums(tx, request, onProgress);
      return { simulating: { done: simulated }, current: await currentSums(tx, request) };
    }
    const place = { database: address, snapshot: await exportSnapshot(tx), workspaceId };
    const thread = simulateInThread(place, request, onProgress);
    return { simulating: { done: thread.done }, current: await meanwhile(thread, () => currentSums(tx, request)) };
  });
  const { facts, partners, months } = simulationOf(await simulating.done, current);
  const names = await read(context, (tx) => partnerNames(tx, workspaceId, [...new Set(partners.map((row) => row.partnerId))]));
  return {
    facts,
    totals: totalsOf(partners),
    partners: partners.map(({ partnerId, ...amounts }) => ({
      partnerId: encodeId('prt', partnerId),
      partnerName: names.get(partnerId) ?? '',
      ...withDifference(amounts),
    })),
    months: months.map(({ month, ...amounts }) => ({ month, ...withDifference(amounts) })),
  };
}

interface Amounts {
  readonly currency: string;
  readonly current: bigint;
  readonly simulated: bigint;
}

function withDifference({ currency, current, simulated }: Amounts) {
  return { currency, current, simulated, difference: simulated - current };
}

function totalsOf(rows: readonly Amounts[]) {
  const totals = new Map<string, { currency: string; current: bigint; simulated: bigint }>();
  for (const { currency, current, simulated } of rows) {
    const total = totals.get(currency) ?? { currency, current: 0n, simulated: 0n };
    total.current += current;
    total.simulated += simulated;
    totals.set(currency, total);
  }
  return [...totals.values()].map(withDifference);
}
