import { encodeId, transactionId } from '@cordee/core/ids';
import type { AccountKind } from '@cordee/core/ledger';
import { currencyExponent } from '@cordee/core/money';
import { copyLines, literalUuid } from '../../platform/db/copy.ts';
import type { Tx } from '../../platform/db/index.ts';

/** Where our accounts stand in the five families every bookkeeper knows. */
const families: Readonly<Record<AccountKind, string>> = {
  commission_expense: 'expenses:commission',
  pending: 'liabilities:pending',
  payable: 'liabilities:payable',
  in_payout: 'liabilities:in payout',
  paid: 'assets:paid out',
  vat: 'assets:vat',
  vat_due: 'liabilities:vat due',
  withholding: 'liabilities:withholding',
  exchange: 'equity:exchange',
  planned_debt: 'assets:debts under a plan',
  debt_waived: 'expenses:debts waived',
  rounding: 'equity:rounding',
  adjustment: 'equity:adjustment',
};

/**
 * Writes the books as a plain-text journal that hledger reads, so that anybody can add them up again with another tool.
 * One entry a transaction, each posting with both its sides; a debit is positive. Streams: memory does not grow with the books.
 */
export async function writeHledger(tx: Tx, workspaceId: string, write: (text: string) => void): Promise<number> {
  write('; Journal of commissions. Debits are positive.\n');
  let transactions = 0;
  let open = '';
  await copyLines(
    tx,
    `select t.fact_seq, t.kind, to_char(t.effective_at at time zone 'UTC', 'YYYY-MM-DD'), (extract(epoch from t.recorded_at) * 1000)::bigint,
            p.debit, p.credit, p.partner_id, p.currency, p.amount
       from ledger_transaction t join posting p on p.workspace_id = t.workspace_id and p.fact_seq = t.fact_seq
      where t.workspace_id = ${literalUuid(workspaceId)} order by t.fact_seq, p.number`,
    (line) => {
      const [seq = '', kind = '', day = '', recorded = '', debit = '', credit = '', partner = '', currency = '', amount = ''] =
        line.split('\t');
      if (seq !== open) {
        open = seq;
        transactions += 1;
        write(`\n${day} * (${transactionId(Number(recorded), BigInt(seq))}) ${kind}\n`);
      }
      write(side(debit as AccountKind, partner, currency, BigInt(amount)));
      write(side(credit as AccountKind, partner, currency, -BigInt(amount)));
    },
  );
  return transactions;
}

function side(account: AccountKind, partner: string, currency: string, amount: bigint): string {
  return `    ${families[account]}:${encodeId('prt', partner)}  ${decimal(amount, currencyExponent(currency) ?? 0)} ${commodity(currency)}\n`;
}

/** Non-cash units may hold digits or underscores, which hledger wants quoted. */
function commodity(currency: string): string {
  return /^[A-Za-z]+$/.test(currency) ? currency : `"${currency}"`;
}

function decimal(amount: bigint, exponent: number): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const sign = amount < 0n ? '-' : '';
  return exponent === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(digits.length - exponent)}`;
}
