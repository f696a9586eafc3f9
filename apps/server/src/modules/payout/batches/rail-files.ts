import { encodeId } from '@cordee/core/ids';
import { PAYPAL_ROWS, paypalCsv, WISE_ROWS, wiseCsv } from '@cordee/core/rail';
import type { Sealer } from '../../../platform/crypto/index.ts';
import { destinationOf } from '../../bank/index.ts';
import type { BatchRecord } from './batch.store.ts';
import { wiseColumns } from './candidates.ts';
import type { AccountedLine } from './transfer-order.ts';

/** A file of a batch, with how many of its lines stand in it. */
interface RailFile {
  readonly text: string;
  readonly lines: number;
}

interface Template {
  readonly header: string | null;
  readonly sourceCurrency: string;
}

/** A batch as files for Wise or PayPal, each as long as its service takes, in the order of its lines. */
export function railFiles(
  batch: BatchRecord,
  lines: readonly AccountedLine[],
  sealer: Sealer,
  { header, sourceCurrency }: Template,
): RailFile[] {
  const { currency, remittance } = batch;
  if (batch.rail === 'paypal') {
    return partsOf(lines, PAYPAL_ROWS).map((part) => ({
      lines: part.length,
      text: paypalCsv(
        { currency, note: remittance },
        part.map((line) => paypalPayment(line, sealer)),
      ),
    }));
  }
  const order = { columns: wiseColumns(header), sourceCurrency, currency, remittance };
  return partsOf(lines, WISE_ROWS).map((part) => ({
    lines: part.length,
    text: wiseCsv(
      order,
      part.map((line) => wisePayment(line, sealer)),
    ),
  }));
}

function paypalPayment({ id, amount, account }: AccountedLine, sealer: Sealer) {
  const to = destinationOf(account, sealer);
  if (to.rail !== 'paypal') throw new Error(`a line for PayPal leads to ${to.rail}`);
  return { reference: encodeId('pay', id), amount, recipient: to.recipient };
}

function wisePayment({ id, amount, account }: AccountedLine, sealer: Sealer) {
  const to = destinationOf(account, sealer);
  if (to.rail !== 'wise') throw new Error(`a line for Wise leads to ${to.rail}`);
  return { reference: encodeId('pay', id), amount, to: { ...to, holder: account.holder } };
}

function partsOf<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) => items.slice(part * size, (part + 1) * size));
}
