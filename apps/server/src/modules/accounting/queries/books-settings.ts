import type { AuxiliaryAnswer } from '@cordee/contract/accounting';
import type { ChartsAnswer, DeclarationSettings } from '@cordee/contract/accounting-values';
import { frenchChart, frenchChartSources } from '@cordee/core/accounting';
import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import { read } from '../../../platform/verb.ts';
import { mustSeeBooks } from '../accounting.policy.ts';
import { selectAuxiliaries } from '../auxiliary.store.ts';
import { selectCharts } from '../chart.store.ts';
import { loadDeclarationSettings } from '../declaration.store.ts';

/** The charts of the workspace, and the French one to begin with. */
export function listCharts(context: Context): Promise<ChartsAnswer> {
  mustSeeBooks(context.actor);
  return read(context, async (tx) => ({
    items: (await selectCharts(tx, context.workspaceId)).map(({ validFrom, chart, writtenAt }) => ({
      validFrom,
      chart,
      writtenAt: formatInstant(writtenAt),
    })),
    preset: { chart: frenchChart, sources: [...frenchChartSources] },
  }));
}

/** What the company chose for its declarations, or null before it did. */
export function getDeclarationSettings(context: Context): Promise<{ settings: DeclarationSettings | null }> {
  mustSeeBooks(context.actor);
  return read(context, async (tx) => ({ settings: await loadDeclarationSettings(tx, context.workspaceId) }));
}

/** A page of partners by name, with their auxiliary accounts. */
export function listAuxiliaries(
  context: Context,
  query: { readonly limit: number; readonly cursor?: string | undefined; readonly search?: string | undefined },
): Promise<{ items: AuxiliaryAnswer[]; nextCursor: string | null }> {
  mustSeeBooks(context.actor);
  const after = decodeCursor(query.cursor, 2);
  return read(context, async (tx) => {
    const rows = await selectAuxiliaries(tx, context.workspaceId, { search: query.search, after, limit: query.limit + 1 });
    return pageOfRows(
      rows,
      query.limit,
      ({ id, name, number }) => ({ partnerId: encodeId('prt', id), partnerName: name, number }),
      ({ nameKey, id }) => [nameKey, id],
    );
  });
}
