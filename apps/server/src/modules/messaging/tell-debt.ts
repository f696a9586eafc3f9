import type { Language } from '@cordee/contract/language';
import { owedOf } from '@cordee/core/debt';
import { decodeId } from '@cordee/core/ids';
import { formatMoney } from '@cordee/core/money';
import type { Tx } from '../../platform/db/index.ts';
import type { Happened } from '../../platform/outbox/index.ts';
import { findDebtPlan } from '../debt/index.ts';
import type { MessagingParts } from './parts.ts';
import { writeMail } from './sending/write-mail.ts';
import type { DebtEvent } from './templates/debt-news.ts';
import { partnersToTell, senderOf, staff } from './who.ts';

/** Writes about a payment plan to the other side; to both when it was the clock that acted. */
export async function tellDebt(tx: Tx, parts: MessagingParts, workspaceId: string, happened: Happened): Promise<void> {
  const { id, action, actor, subject } = happened;
  const event = action.slice('debt_plan.'.length) as DebtEvent;
  const planId = decodeId('dpl', subject);
  const plan = planId === null ? null : await findDebtPlan(tx, workspaceId, planId);
  if (plan === null) return;
  const { partnerId, currency, amount, sums, reason, endReason } = plan;
  const by = typeof actor === 'object' && actor !== null ? (actor as { readonly kind?: string; readonly role?: string }) : {};
  const byClock = by.kind === 'system';
  const byPartner = by.role === 'partner';
  const sender = await senderOf(tx, parts, workspaceId);
  const [partner] = await partnersToTell(tx, workspaceId, [partnerId]);
  const said = event === 'proposed' ? reason : event === 'declined' || (event === 'ended' && !byClock) ? endReason : null;
  const left = event === 'broken' || event === 'ended' ? sums.returned : owedOf(sums);
  const letter = { event, partner: partner?.name ?? '', workspace: sender.name, words: said };
  const priced = (place: string) => (language: Language) => ({
    ...letter,
    place,
    amount: formatMoney({ amount: sums.planned === 0n ? amount : sums.planned, currency }, language),
    left: formatMoney({ amount: sums.planned === 0n ? amount : left, currency }, language),
  });
  if (byClock || byPartner) {
    const to = await staff(tx, sender, ['owner', 'finance']);
    const data = priced(`${parts.baseUrl}/console/payments/debts?open=${subject}`);
    await writeMail(tx, parts, sender, { kind: 'debt_news', to, occasion: id, data });
  }
  if (partner !== undefined && !byPartner) {
    const data = priced(`${parts.baseUrl}/portal/payments`);
    await writeMail(tx, parts, sender, { kind: 'debt_news', to: partner.recipients, occasion: `${id} partner`, data });
  }
}
