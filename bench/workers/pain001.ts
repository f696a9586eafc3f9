// Checks and writes a file for the bank to nowhere, transfer by transfer as they come, in a process whose memory is looked at.
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { orderFaults, pain001 } from '@cordee/core/payment';
import { secondsOf } from '../rounds.ts';
import { EXECUTION_DAY, orderOf, sumOf, transfersOf } from '../stage/transfer-order.ts';
import { work } from '../stage/processes.ts';

interface Input {
  readonly count: number;
}

await work(async ({ count }: Input) => {
  const order = { ...orderOf(count), transfers: { [Symbol.iterator]: () => transfersOf(count) }, sum: sumOf(count) };
  const out = createWriteStream('/dev/null');
  let bytes = 0;
  const seconds = await secondsOf(async () => {
    if (orderFaults(order, EXECUTION_DAY).length > 0) throw new Error('the order of the bench is wrong');
    for (const piece of pain001(order)) {
      bytes += piece.length;
      if (!out.write(piece)) await once(out, 'drain');
    }
  });
  return { seconds, bytes };
});
