import type { LeavingAnswer } from '@cordee/contract/leaving';
import type { Context } from '../../../platform/context.ts';
import { sha256 } from '../../../platform/crypto/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { actIn, mustAllow } from '../act-in.ts';
import { type AccountContent, insertAccount } from '../account.store.ts';
import { mustManage, mustTakePart } from '../leaving.policy.ts';
import { lineToContract } from '../rehearsal-answer.ts';
import { checkTexts, settlementOf } from '../settlement.ts';

/**
 * Makes the final account from the ledger as it stands. Refuses `conflict` before the last day is over, and `not_settled` while
 * something is open and no reason is given to make it all the same.
 */
export function settleLeaving(
  context: Context,
  partnerId: string,
  { despite }: { readonly despite?: string | undefined },
): Promise<Wire<LeavingAnswer>> {
  mustManage(context.actor);
  const side = mustTakePart(context.actor, partnerId);
  return actIn(context, partnerId, side, async (tx, { record, today }) => {
    const next = { ...record, ...mustAllow(record, today, { kind: 'settle' }), offer: null };
    const { lines, closedThrough, checks } = await settlementOf(tx, context.workspaceId, record, today);
    const open = checks.filter(({ isMet }) => !isMet).map(({ code }) => code);
    if (open.length > 0 && despite === undefined) {
      throw new Refusal(
        'not_settled',
        open.map((code) => ({ path: 'despite', rule: code, message: checkTexts[code] })),
      );
    }
    const content: AccountContent = {
      lines: lines.map(lineToContract),
      closedThrough,
      runOffOn: record.runOffOn,
      open,
      despite: open.length === 0 ? null : (despite ?? null),
    };
    const text = JSON.stringify(content);
    const hash = sha256(text).toString('hex');
    await insertAccount(tx, context.workspaceId, record.id, { at: context.now(), hash, text, actor: context.actor });
    return { next, kind: 'settled', text: content.despite };
  });
}
