import type { TaxPolicy } from '@cordee/contract/tax-policy';
import type { TaxTableAnswer } from '@cordee/contract/tax-table';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { tableAnswer } from '../answers.ts';
import { loadPolicy } from '../policy.store.ts';
import { loadSetting } from '../situation.ts';
import { findTable, selectTables } from '../table.store.ts';
import { mustSeeTax } from '../tax.policy.ts';

/** All versions of the decision table, newest first; before there is one, the set that comes with the program. */
export function listTaxTables(context: Context): Promise<{ items: Omit<TaxTableAnswer, 'document'>[] }> {
  mustSeeTax(context.actor);
  return read(context, async (tx) => {
    const { table: inForce } = await loadSetting(tx, context.workspaceId, context.now());
    const own = await selectTables(tx, context.workspaceId);
    const all = inForce.id === null ? [...own, inForce] : own;
    return {
      items: all.map((table) => {
        const { document: _, ...summary } = tableAnswer(table, inForce);
        return summary;
      }),
    };
  });
}

/** The table decisions are taken by today. */
export function getTableInForce(context: Context): Promise<TaxTableAnswer> {
  mustSeeTax(context.actor);
  return read(context, async (tx) => {
    const { table } = await loadSetting(tx, context.workspaceId, context.now());
    return tableAnswer(table, table);
  });
}

/** One version. Refuses `not_found`. */
export function getTaxTable(context: Context, id: string): Promise<TaxTableAnswer> {
  mustSeeTax(context.actor);
  return read(context, async (tx) => {
    const table = await findTable(tx, context.workspaceId, id);
    if (table === null) throw new Refusal('not_found');
    return tableAnswer(table, (await loadSetting(tx, context.workspaceId, context.now())).table);
  });
}

/** How tax details are looked after. */
export function getTaxPolicy(context: Context): Promise<TaxPolicy> {
  mustSeeTax(context.actor);
  return read(context, (tx) => loadPolicy(tx, context.workspaceId));
}
