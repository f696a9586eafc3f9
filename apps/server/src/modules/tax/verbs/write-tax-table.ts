import type { TaxTableAnswer, TaxTableDraft } from '@cordee/contract/tax-table';
import { encodeId } from '@cordee/core/ids';
import type { LocalDate } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { actorKey } from '../../bank/index.ts';
import { tableAnswer } from '../answers.ts';
import { dayIsPast, draftExists, isPublished } from '../refusals.ts';
import { loadSetting } from '../situation.ts';
import { findTable, insertDraft, lockTables, publishDraft, updateDraft } from '../table.store.ts';
import { mustAnswerForTax } from '../tax.policy.ts';

/** Drafts the next version of the decision table. Refuses `conflict` while there is a draft. */
export function draftTaxTable(context: Context, { name, document }: TaxTableDraft): Promise<TaxTableAnswer> {
  const { workspaceId, actor } = context;
  mustAnswerForTax(actor);
  return write(context, async (tx) => {
    await lockTables(tx, workspaceId);
    const at = context.now();
    const id = newUuid(at);
    if (!(await insertDraft(tx, workspaceId, { id, name, document, at, by: actorKey(actor) }))) throw draftExists();
    return written(tx, context, id, 'tax_table.drafted');
  });
}

/** Changes a draft. Refuses `not_found`, and `conflict` for a published version. */
export function changeTaxTable(context: Context, id: string, { name, document }: TaxTableDraft): Promise<TaxTableAnswer> {
  const { workspaceId, actor } = context;
  mustAnswerForTax(actor);
  return write(context, async (tx) => {
    if ((await findTable(tx, workspaceId, id)) === null) throw new Refusal('not_found');
    const change = { id, name, document, at: context.now(), by: actorKey(actor) };
    if (!(await updateDraft(tx, workspaceId, change))) throw isPublished();
    return written(tx, context, id, 'tax_table.changed');
  });
}

/** Puts a draft in force from a day on, today or later; it never changes again. Refuses `not_found` and `conflict`. */
export function publishTaxTable(context: Context, id: string, validFrom: LocalDate): Promise<TaxTableAnswer> {
  const { workspaceId, actor } = context;
  mustAnswerForTax(actor);
  return write(context, async (tx) => {
    if ((await findTable(tx, workspaceId, id)) === null) throw new Refusal('not_found');
    const at = context.now();
    if (validFrom < (await loadSetting(tx, workspaceId, at)).today) throw dayIsPast();
    if (!(await publishDraft(tx, workspaceId, { id, validFrom, at, by: actorKey(actor) }))) throw isPublished();
    return written(tx, context, id, 'tax_table.published');
  });
}

async function written(tx: Tx, context: Context, id: string, action: string) {
  const { workspaceId } = context;
  const table = await findTable(tx, workspaceId, id);
  if (table === null) throw new Error('a tax table was lost while it was written');
  const { table: inForce } = await loadSetting(tx, workspaceId, context.now());
  const { version, name, state, validFrom } = table;
  const after = { version, name, state, validFrom, rules: table.document.rules.map(({ key }) => key) };
  return { result: tableAnswer(table, inForce), audit: { action, subject: encodeId('txt', id), after } };
}
