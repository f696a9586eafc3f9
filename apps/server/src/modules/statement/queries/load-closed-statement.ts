import type { Language } from '@cordee/contract/language';
import { renderPlan } from '@cordee/core/plan';
import { periodOf } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { ownPartner } from '../../../platform/own-partner.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { statedDebts, type StatedDebt } from '../../debt/index.ts';
import { workspaceKeys } from '../../fact/index.ts';
import { type Movement, selectMovements } from '../../ledger/index.ts';
import { planDocuments } from '../clause.store.ts';
import { selectStatements, type StatementRecord } from '../statement.store.ts';

/** A statement with all that it states, in one language. */
export interface ClosedStatement {
  readonly record: StatementRecord;
  readonly zone: string;
  readonly movements: readonly StatedMovement[];
  /** The payment plans of debts, as they stood at the cut. */
  readonly debts: readonly StatedDebt[];
}

export interface StatedMovement extends Movement {
  /** The closed month it took effect in, when that is another one. */
  readonly lateOf: string | null;
  readonly clauseText: string | null;
  /** By which payment plan it moved, when by one that the statement tells of. */
  readonly debt: StatedDebt | null;
}

/**
 * The statement of a closed month, the same whenever it is asked for; a partner finds its own. Refuses `not_found`, and
 * `period_too_long` beyond `mostMovements`.
 */
export async function loadClosedStatement(context: Context, id: string, mostMovements: number): Promise<ClosedStatement> {
  const { workspaceId, language } = context;
  const { zone } = await workspaceKeys(context.db, workspaceId);
  return read(context, async (tx) => {
    const [record] = await selectStatements(tx, workspaceId, { id, partnerId: ownPartner(context.actor), limit: 1 });
    if (record === undefined) throw new Refusal('not_found');
    if (record.movements > mostMovements) throw new Refusal('period_too_long');
    const { partnerId, currency, from, to, after, through } = record;
    const filter = { partnerId, currency, from, to, cut: { after, through }, limit: record.movements + 1 };
    const movements = await selectMovements(tx, workspaceId, filter);
    const clauses = await clauseTexts(tx, workspaceId, movements, language);
    const [debts = []] = record.tellsDebts ? await statedDebts(tx, workspaceId, [record], zone) : [];
    return {
      record,
      zone,
      debts,
      movements: movements.map((movement) => ({
        ...movement,
        lateOf: movement.effectiveAt < from ? periodOf(movement.effectiveAt, 'month', zone).key : null,
        clauseText: movement.commission === null ? null : (clauses.get(clauseKey(movement.commission)) ?? null),
        debt: movement.kind.startsWith('debt_')
          ? (debts.find(({ planId }) => movement.eventId.startsWith(planId)) ?? null)
          : null,
      })),
    };
  });
}

/** The clauses these movements cite, in the words of their plan. */
async function clauseTexts(
  tx: Tx,
  workspaceId: string,
  movements: readonly Movement[],
  language: Language,
): Promise<ReadonlyMap<string, string>> {
  const versions = new Set(movements.flatMap(({ commission }) => (commission === null ? [] : [commission.planVersionId])));
  const texts = new Map<string, string>();
  for (const [planVersionId, document] of await planDocuments(tx, workspaceId, [...versions])) {
    for (const { number, text } of renderPlan(document, language)) texts.set(clauseKey({ planVersionId, clause: number }), text);
  }
  return texts;
}

function clauseKey({ planVersionId, clause }: { readonly planVersionId: string; readonly clause: string }): string {
  return `${planVersionId} ${clause}`;
}
