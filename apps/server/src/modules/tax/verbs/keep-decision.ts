import type { KeptTaxDecision } from '@cordee/contract/tax-decision';
import { encodeId } from '@cordee/core/ids';
import { formatInstant, type LocalDate } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { actorKey } from '../../bank/index.ts';
import { decisionAnswer } from '../answers.ts';
import { insertDecision } from '../decision.store.ts';
import { loadPartner } from '../load-partner.ts';
import type { Setting } from '../situation.ts';
import { insertPublished, lockTables, publishedTable } from '../table.store.ts';
import { mustDecideTax } from '../tax.policy.ts';

/** Decides which document a partner's commissions of that day need, and keeps it with its inputs. Refuses `not_found`. */
export function keepDecision(context: Context, partnerId: string, day: LocalDate): Promise<KeptTaxDecision> {
  const { workspaceId, actor } = context;
  mustDecideTax(actor);
  return write(context, async (tx) => {
    const { setting, situation, on } = await loadPartner(tx, context, partnerId, day);
    const by = actorKey(actor);
    const table = await keptTable(tx, context, setting, by);
    const now = context.now();
    const id = newUuid(now);
    const {
      text,
      tableVersion: _,
      ...decision
    } = decisionAnswer({ ...setting, table: { ...setting.table, ...table } }, situation);
    const inputs = inputsOf(situation.facts);
    const kept = {
      id,
      partnerId,
      detailsId: situation.details?.id ?? null,
      tableId: table.id,
      on,
      decidedAt: now,
      decidedBy: by,
    };
    await insertDecision(tx, workspaceId, { ...kept, inputs, decision: { ...decision, text } });
    const result = {
      id: encodeId('txc', id),
      decidedAt: formatInstant(now),
      on,
      tableId: encodeId('txt', table.id),
      detailsId: kept.detailsId === null ? null : encodeId('txd', kept.detailsId),
      inputs,
      ...decision,
      text,
      tableVersion: table.version,
    };
    const after = { on, outcome: decision.outcome, rule: decision.rule, tableVersion: table.version };
    return { result, audit: { action: 'tax.decided', subject: encodeId('prt', partnerId), after } };
  });
}

/** What is kept names a version that stays: the set that comes with the program becomes one of the workspace's own. */
async function keptTable(
  tx: Tx,
  context: Context,
  { table, today }: Setting,
  by: string,
): Promise<{ id: string; version: number }> {
  if (table.id !== null) return { id: table.id, version: table.version };
  const { workspaceId } = context;
  await lockTables(tx, workspaceId);
  const before = await publishedTable(tx, workspaceId, today);
  if (before !== null && before.id !== null) return { id: before.id, version: before.version };
  const at = context.now();
  const id = newUuid(at);
  const { name, document } = table;
  return { id, version: await insertPublished(tx, workspaceId, { id, name, document, at, by, validFrom: today }) };
}

// Amounts as texts: JSON has no whole numbers of that size.
function inputsOf({ payments, ...facts }: Parameters<typeof decisionAnswer>[1]['facts']): Record<string, unknown> {
  const amounts = payments.amounts.map(({ currency, amount }) => ({ currency, amount: String(amount) }));
  return { ...facts, payments: { count: payments.count, amounts } };
}
