import { needsReason, type ReviewAction } from '@cordee/core/counting';
import { decodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { recordAudit } from '../../../platform/verb.ts';
import { recordReviews, type ReviewDecision } from '../../counting/index.ts';
import type { RejectedRow } from '../import.store.ts';
import { shown, type ReadItem } from './read-chunk.ts';
import { readText, RowReject } from './read-values.ts';
import { column, required, type FileContext } from './row-view.ts';
import type { Written } from './write-facts.ts';

const ACTIONS: Readonly<Record<string, ReviewAction>> = {
  approve: 'approve',
  approved: 'approve',
  valider: 'approve',
  validee: 'approve',
  hold: 'hold',
  held: 'hold',
  bloquer: 'hold',
  bloquee: 'hold',
  unhold: 'unhold',
  unheld: 'unhold',
  debloquer: 'unhold',
  debloquee: 'unhold',
  refuse: 'refuse',
  refused: 'refuse',
  refuser: 'refuse',
  refusee: 'refuse',
};

/** Rows of a file of decisions about commissions; a hold or a refusal needs its reason. */
export function reviewRows(context: FileContext): (fields: readonly string[]) => ReviewDecision {
  const idAt = required(context, 'commissionId');
  const actionAt = required(context, 'action');
  const reasonAt = column(context, 'reason');
  return (fields) => {
    const id = idAt(fields);
    const commissionId = decodeId('com', id);
    if (commissionId === null) throw new RowReject('unknown_commission', 'commissionId', id);
    const action = actionOf(actionAt(fields));
    const reason = readText(reasonAt(fields), 1024, 'reason');
    if (reason === '' && needsReason(action)) throw new RowReject('missing', 'reason', '');
    return { commissionId, action, reason: reason === '' ? null : reason };
  };
}

function actionOf(text: string): ReviewAction {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  const action = Object.hasOwn(ACTIONS, plain) ? ACTIONS[plain] : undefined;
  if (action === undefined) throw new RowReject('choice', 'action', text);
  return action;
}

/** Records the decisions of a chunk, each commission once, in the transaction that moves the file's cursor. */
export async function writeReviews(
  tx: Tx,
  context: Context,
  importId: string,
  items: readonly ReadItem<ReviewDecision>[],
): Promise<Written> {
  if (items.length === 0) return { accepted: 0, duplicates: 0, rejects: [] };
  const decisions = items.map(({ item }) => item);
  const results = await recordReviews(tx, context.workspaceId, context.now(), decisions);
  const rejects: RejectedRow[] = [];
  const facts = new Set<string>();
  let accepted = 0;
  let duplicates = 0;
  for (const [index, { verdict, factId }] of results.entries()) {
    const { line = 0, raw = '' } = items[index] ?? {};
    if (verdict === 'done') accepted += 1;
    else if (verdict === 'unchanged') duplicates += 1;
    else {
      const code = verdict === 'not_found' ? 'unknown_commission' : verdict;
      rejects.push({ line, column: 'commissionId', code, raw: shown(raw), value: null });
    }
    if (factId !== null) facts.add(factId);
  }
  if (accepted > 0) {
    await recordAudit(tx, context, { action: 'commission.reviewed', subject: importId, after: { facts: [...facts] } });
  }
  return { accepted, duplicates, rejects };
}
