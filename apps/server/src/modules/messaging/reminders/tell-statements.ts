import type { Language } from '@cordee/contract/language';
import { formatMonth } from '@cordee/core/closing';
import { formatMoney } from '@cordee/core/money';
import { transaction, withWorkspace } from '../../../platform/db/index.ts';
import { findClosing, selectStatements, statementNumber, type StatementRecord } from '../../statement/index.ts';
import type { MessagingParts } from '../parts.ts';
import { writeMail } from '../sending/write-mail.ts';
import { partnersToTell, senderOf } from '../who.ts';

export const TELL_STATEMENTS_JOB = 'messaging.tell-statements';

const AT_ONCE = 200;

/**
 * Writes to every partner that has a statement of the month. Each is told of each once, however often this runs. Throws while the
 * figures are still being added up, to be tried again.
 */
export async function tellStatements(parts: MessagingParts, workspaceId: string, month: string): Promise<void> {
  let after: { readonly month: string; readonly number: number } | null = null;
  do {
    after = await transaction(parts.db, async (tx) => {
      await withWorkspace(tx, workspaceId);
      if ((await findClosing(tx, workspaceId, month))?.state !== 'closed') throw new Error(`${month} is still being added up`);
      const statements = await selectStatements(tx, workspaceId, { partnerId: null, month, after, limit: AT_ONCE });
      const sender = await senderOf(tx, parts, workspaceId);
      const partners = await partnersToTell(
        tx,
        workspaceId,
        statements.map(({ partnerId }) => partnerId),
      );
      const known = new Map(partners.map((partner) => [partner.id, partner]));
      for (const statement of statements) {
        const partner = known.get(statement.partnerId);
        if (partner === undefined) continue;
        await writeMail(tx, parts, sender, {
          kind: 'statement_ready',
          to: partner.recipients,
          occasion: `statement ${statement.id}`,
          data: (language) => ({
            workspace: sender.name,
            partner: partner.name,
            number: statementNumber(statement),
            ...figuresOf(statement, language),
            portal: `${parts.baseUrl}/portal/statement`,
          }),
        });
      }
      const last = statements.at(-1);
      return last === undefined || statements.length < AT_ONCE ? null : { month: last.month, number: last.number };
    });
  } while (after !== null);
}

function figuresOf({ month, currency, opening, closing }: StatementRecord, language: Language) {
  const money = (amount: bigint) => formatMoney({ amount, currency }, language);
  return { month: formatMonth(month, language), payable: money(closing.payable), paid: money(closing.paid - opening.paid) };
}
