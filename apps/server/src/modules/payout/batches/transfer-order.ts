import { encodeId } from '@cordee/core/ids';
import {
  type BankAccount,
  bankTextOf,
  LONGEST_NAME,
  LONGEST_REMITTANCE,
  type PostalAddress,
  type TransferOrder,
} from '@cordee/core/payment';
import type { Sealer } from '../../../platform/crypto/index.ts';
import { destinationOf, type PayableAccount } from '../../bank/index.ts';
import type { OpenLine } from './batch-lines.store.ts';
import type { BatchRecord } from './batch.store.ts';

export interface AccountedLine extends OpenLine {
  readonly account: PayableAccount;
}

/** What identifies a payout at the bank: it comes back with every answer. The underscore of our ids is none of the safe characters. */
export function endToEndIdOf(payoutId: string): string {
  return encodeId('pay', payoutId).replace('_', '-');
}

/** A batch as the bank is told of it, in the bank's characters. Its id is its message's: no file is ever sent under another. */
export function orderOf(
  batch: BatchRecord,
  from: PayableAccount,
  lines: readonly AccountedLine[],
  sealer: Sealer,
): TransferOrder {
  const remittance = bankTextOf(batch.remittance, LONGEST_REMITTANCE);
  return {
    messageId: encodeId('bat', batch.id).replace('_', '-'),
    createdAt: batch.createdAt,
    executionDate: batch.executionDate,
    from: accountOf(from, sealer),
    transfers: lines.map(({ id, amount, account }) => ({
      endToEndId: endToEndIdOf(id),
      amount,
      to: accountOf(account, sealer),
      remittance,
    })),
    count: lines.length,
    sum: lines.reduce((sum, { amount }) => sum + amount, 0n),
  };
}

function accountOf(account: PayableAccount, sealer: Sealer): BankAccount {
  const { holder, bic, address } = account;
  const to = destinationOf(account, sealer);
  if (to.rail !== 'sepa') throw new Error(`a line for the bank leads to ${to.rail}`);
  return {
    holder: bankTextOf(holder, LONGEST_NAME),
    iban: to.iban,
    bic,
    address: address === null ? null : addressOf(address),
  };
}

function addressOf({ street, postCode, town, country }: PostalAddress): PostalAddress {
  return {
    ...(street === undefined ? {} : { street: bankTextOf(street, 70) }),
    ...(postCode === undefined ? {} : { postCode: bankTextOf(postCode, 16) }),
    town: bankTextOf(town, 35),
    country,
  };
}
