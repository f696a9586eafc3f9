import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { read } from '../../../platform/verb.ts';
import { loadTermsVersion } from '../../fact/index.ts';
import { partnerNames } from '../../partner/index.ts';
import { cachedTerms, documentToTry } from '../../program/index.ts';
import { simulate } from '../replay/simulate.store.ts';
import { maySimulate } from '../counting.policy.ts';

export interface SimulationBody {
  readonly document?: Parameters<typeof documentToTry>[3];
  readonly from: number;
  readonly to: number;
}

/** Who would gain and who would lose under other rules. Refuses `not_found`, `plan_invalid`, `unknown_reference`. */
export function simulatePlan(context: Context, planId: string, body: SimulationBody, onProgress?: (facts: number) => void) {
  maySimulate(context.actor);
  return read(context, async (tx) => {
    const { workspaceId } = context;
    const document = await documentToTry(tx, workspaceId, planId, body.document);
    const terms = await cachedTerms(tx, workspaceId, await loadTermsVersion(tx, workspaceId));
    const { facts, partners, months } = await simulate(
      tx,
      { workspaceId, terms, planId, document, from: body.from, to: body.to },
      onProgress,
    );
    const names = await partnerNames(tx, workspaceId, [...new Set(partners.map((row) => row.partnerId))]);
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
  });
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
