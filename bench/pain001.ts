import { orderFaults, pain001, type TransferOrder } from '@cordee/core/payment';
import type { Bench, Measurement } from './measurement.ts';
import { inTurn, secondsOf } from './rounds.ts';
import { mix } from './stage/sales.ts';
import { summarise } from './statistics.ts';

const NAME = 'pain001';
const DAY = '2026-12-01';

/** A file for the bank, checked and written whole, beside strings put together into the same bytes by nothing that looks at them. */
export const pain001File: Bench = {
  name: NAME,
  goal: 0.5,
  async run({ scale }): Promise<Measurement[]> {
    const order = orderOf(scale.transfers);
    const expected = [...pain001(order)].join('');
    const ours = async () => {
      if (orderFaults(order, DAY).length > 0) throw new Error('the order of the bench is wrong');
      must([...pain001(order)].join(''), expected);
    };
    const plain = async () => must(plainly(order, expected), expected);
    for (let warm = 0; warm < 2; warm += 1) {
      await ours();
      await plain();
    }
    const pairs = await inTurn(
      scale.rounds * 3,
      async () => scale.transfers / (await secondsOf(ours)),
      async () => scale.transfers / (await secondsOf(plain)),
    );
    return [{ name: NAME, unit: 'lines/s', limit: 'plain strings', goal: 0.5, ...summarise(pairs, 'more is better') }];
  },
};

function must(text: string, expected: string): void {
  if (text !== expected) throw new Error('the two files are not the same bytes');
}

function orderOf(count: number): TransferOrder {
  const transfers = Array.from({ length: count }, (_, line) => ({
    endToEndId: `pay-01j000000${String(line).padStart(17, '0')}`,
    amount: BigInt(2000 + (mix(line) % 900_000)),
    to: { holder: `Atelier ${line} SARL`, iban: 'DE89370400440532013000', bic: null, address: null },
    remittance: 'Commissions novembre 2026',
  }));
  return {
    messageId: 'bat-01j0000000e0080000000000ff',
    createdAt: Date.UTC(2026, 10, 23),
    executionDate: DAY,
    from: { holder: 'Alpes Equipement SAS', iban: 'FR7630006000011234567890189', bic: 'AGRIFRPP', address: null },
    transfers,
    count,
    sum: transfers.reduce((sum, { amount }) => sum + amount, 0n),
  };
}

/** Head and end are taken as they are; the lines are what takes time. */
function plainly({ transfers }: TransferOrder, expected: string): string {
  const first = expected.indexOf('      <CdtTrfTxInf>');
  let text = expected.slice(0, first);
  for (const { endToEndId, amount, to, remittance } of transfers) {
    const digits = String(amount).padStart(3, '0');
    text +=
      `      <CdtTrfTxInf><PmtId><EndToEndId>${endToEndId}</EndToEndId></PmtId>` +
      `<Amt><InstdAmt Ccy="EUR">${digits.slice(0, -2)}.${digits.slice(-2)}</InstdAmt></Amt><Cdtr><Nm>${to.holder}</Nm></Cdtr>` +
      `<CdtrAcct><Id><IBAN>${to.iban}</IBAN></Id></CdtrAcct><RmtInf><Ustrd>${remittance}</Ustrd></RmtInf></CdtTrfTxInf>\n`;
  }
  return text + expected.slice(expected.indexOf('    </PmtInf>'));
}
