import type { CreditTransfer, TransferOrder } from '@cordee/core/payment';
import { mix } from './sales.ts';

export const EXECUTION_DAY = '2026-12-01';

/** An order of so many transfers, without them and what they come to. */
export function orderOf(count: number): Omit<TransferOrder, 'transfers' | 'sum'> {
  return {
    messageId: 'bat-01j0000000e0080000000000ff',
    createdAt: Date.UTC(2026, 10, 23),
    executionDate: EXECUTION_DAY,
    from: { holder: 'Alpes Equipement SAS', iban: 'FR7630006000011234567890189', bic: 'AGRIFRPP', address: null },
    count,
  };
}

/** The transfers, made as they are asked for. */
export function* transfersOf(count: number): Generator<CreditTransfer> {
  for (let line = 0; line < count; line += 1) {
    yield {
      endToEndId: `pay-01j000000${String(line).padStart(17, '0')}`,
      amount: amountOf(line),
      to: { holder: `Atelier ${line} SARL`, iban: 'DE89370400440532013000', bic: null, address: null },
      remittance: 'Commissions novembre 2026',
    };
  }
}

/** What they come to. */
export function sumOf(count: number): bigint {
  let sum = 0n;
  for (let line = 0; line < count; line += 1) sum += amountOf(line);
  return sum;
}

function amountOf(line: number): bigint {
  return BigInt(2000 + (mix(line) % 900_000));
}
