import { formatMoney } from '@cordee/core/money';
import { formatDate } from '@cordee/core/time';
import { transaction, type Tx, withWorkspace } from '../../../platform/db/index.ts';
import { broughtBack, paymentsToTell, type PaymentsWanted, type PaymentToTell } from '../../payout/index.ts';
import type { MessagingParts } from '../parts.ts';
import { writeMail } from '../sending/write-mail.ts';
import { partnersToTell, senderOf } from '../who.ts';

export const TELL_PAYMENTS_JOB = 'messaging.tell-payments';

const AT_ONCE = 200;

/** A file that was given to the bank, what the bank brought back, or one payment the company says came back. */
export interface Told {
  readonly batchId?: string | undefined;
  readonly reportId?: string | undefined;
  readonly payoutId?: string | undefined;
}

/** Writes to every partner whose payment left, or came back. Each is told of it once, however often this runs. */
export async function tellPayments(parts: MessagingParts, workspaceId: string, told: Told): Promise<void> {
  const cameBack = told.batchId === undefined;
  let after: string | null = null;
  do {
    after = await transaction(parts.db, async (tx) => {
      await withWorkspace(tx, workspaceId);
      const wanted = await wantedOf(tx, workspaceId, told);
      const payments = await paymentsToTell(tx, workspaceId, wanted, { cameBack, after, limit: AT_ONCE });
      await tellPage(tx, parts, workspaceId, payments, cameBack);
      return payments.length < AT_ONCE ? null : (payments.at(-1)?.id ?? null);
    });
  } while (after !== null);
}

async function wantedOf(tx: Tx, workspaceId: string, { batchId, reportId, payoutId }: Told): Promise<PaymentsWanted> {
  if (batchId !== undefined) return { batchId };
  return { ids: reportId === undefined ? [payoutId ?? ''] : await broughtBack(tx, workspaceId, reportId) };
}

async function tellPage(
  tx: Tx,
  parts: MessagingParts,
  workspaceId: string,
  payments: readonly PaymentToTell[],
  cameBack: boolean,
): Promise<void> {
  const sender = await senderOf(tx, parts, workspaceId);
  const partners = await partnersToTell(
    tx,
    workspaceId,
    payments.map(({ partnerId }) => partnerId),
  );
  const known = new Map(partners.map((partner) => [partner.id, partner]));
  for (const payment of payments) {
    const partner = known.get(payment.partnerId);
    if (partner === undefined) continue;
    const { amount, currency, account, reference, reason, executionDate } = payment;
    const common = { workspace: sender.name, partner: partner.name, account };
    const letter = { to: partner.recipients, occasion: `${payment.id} ${cameBack ? 'back' : 'sent'}` };
    if (cameBack) {
      const portal = `${parts.baseUrl}/portal/account`;
      await writeMail(tx, parts, sender, {
        ...letter,
        kind: 'payment_returned',
        data: (language) => ({ ...common, reason, portal, amount: formatMoney({ amount, currency }, language) }),
      });
    } else {
      const portal = `${parts.baseUrl}/portal/statement`;
      await writeMail(tx, parts, sender, {
        ...letter,
        kind: 'payment_sent',
        data: (language) => ({
          ...common,
          reference,
          portal,
          amount: formatMoney({ amount, currency }, language),
          date: formatDate(executionDate, language),
        }),
      });
    }
  }
}
