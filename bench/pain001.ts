import { orderFaults, pain001, type CreditTransfer } from '@cordee/core/payment';
import type { Bench, Measurement } from './measurement.ts';
import { inTurn, secondsOf } from './rounds.ts';
import { runWorker } from './stage/processes.ts';
import { EXECUTION_DAY, orderOf, sumOf, transfersOf } from './stage/transfer-order.ts';
import { summarise } from './statistics.ts';

const NAME = 'pain001';
/** What a file of that many lines may take, and how much larger a process may be that writes a hundred times as many. */
const MOST_SECONDS = 3;
const LESS = 100;

/** A file for the bank, checked and written whole, beside strings put together into the same bytes by nothing that looks at them. */
export const pain001File: Bench = {
  name: NAME,
  goal: 0.5,
  async run({ scale }): Promise<Measurement[]> {
    const transfers = [...transfersOf(scale.transfers)];
    const order = { ...orderOf(scale.transfers), transfers, sum: sumOf(scale.transfers) };
    const expected = [...pain001(order)].join('');
    const ours = async () => {
      if (orderFaults(order, EXECUTION_DAY).length > 0) throw new Error('the order of the bench is wrong');
      must([...pain001(order)].join(''), expected);
    };
    const plain = async () => must(plainly(transfers, expected), expected);
    for (let warm = 0; warm < 2; warm += 1) {
      await ours();
      await plain();
    }
    const pairs = await inTurn(
      scale.rounds * 3,
      async () => scale.transfers / (await secondsOf(ours)),
      async () => scale.transfers / (await secondsOf(plain)),
    );
    const ratio = { name: NAME, unit: 'lines/s', limit: 'plain strings', goal: 0.5, ...summarise(pairs, 'more is better') };
    return [ratio, ...(await wholeFile(scale.transfers, scale.rounds))];
  },
};

interface Written {
  readonly seconds: number;
  readonly bytes: number;
}

/** A file as it is handed over: how long it takes from the first check to the last byte, and whether its length costs memory. */
async function wholeFile(count: number, rounds: number): Promise<Measurement[]> {
  const seconds: number[] = [];
  const memory = await inTurn(
    rounds,
    async () => {
      const { result, peakMemory } = await runWorker<Written>('pain001.ts', { count });
      if (result.bytes < count * 200) throw new Error('the file of the bench is too short');
      seconds.push(result.seconds);
      return peakMemory;
    },
    async () => (await runWorker<Written>('pain001.ts', { count: Math.ceil(count / LESS) })).peakMemory,
  );
  const timed = seconds.map((value) => ({ value, limitValue: MOST_SECONDS }));
  const less = 'less is better' as const;
  return [
    { name: `${NAME}-seconds`, unit: 's', limit: 'most allowed', goal: 1, ...summarise(timed, less) },
    { name: `${NAME}-memory`, unit: 'MiB', limit: `a hundredth of the lines`, goal: 0.8, ...summarise(memory, less) },
  ];
}

function must(text: string, expected: string): void {
  if (text !== expected) throw new Error('the two files are not the same bytes');
}

/** Head and end are taken as they are; the lines are what takes time. */
function plainly(transfers: readonly CreditTransfer[], expected: string): string {
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
