import type { BankAccount, CreditTransfer, TransferOrder } from '../../packages/core/src/payment/index.ts';

const company: BankAccount = {
  holder: 'Acme + Cie SAS',
  iban: 'FR7630006000011234567890189',
  bic: 'AGRIFRPP',
  address: { street: '1 rue de Paris', postCode: '75009', town: 'Paris', country: 'FR' },
};
const partner: BankAccount = { holder: "L'Atelier", iban: 'DE89370400440532013000', bic: null, address: null };

function orderOf(from: BankAccount, to: readonly BankAccount[]): TransferOrder {
  const transfers = to.map((account, index): CreditTransfer => {
    return { endToEndId: `pay-${index}`, amount: BigInt(index + 1), to: account, remittance: 'Commissions 2026-11' };
  });
  const sum = transfers.reduce((total, { amount }) => total + amount, 0n);
  const executionDate = '2026-11-25';
  return { messageId: 'bat-1', createdAt: 1_795_428_000_000, executionDate, from, transfers, count: to.length, sum };
}

/** Orders of every form the product writes. */
export const transferOrders: Readonly<Record<string, TransferOrder>> = {
  'one transfer': orderOf(company, [partner]),
  'without the bank of the payer': orderOf({ ...company, bic: null, address: null }, [partner]),
  'with addresses and banks': orderOf(company, [
    { ...partner, bic: 'COBADEFFXXX', address: { town: 'Koln', country: 'DE' } },
    { ...partner, address: { street: '10 rue de la Part-Dieu', postCode: '69003', town: 'Lyon', country: 'FR' } },
  ]),
  'a thousand transfers': orderOf(
    company,
    Array.from({ length: 1000 }, () => partner),
  ),
};
