import { spawnSync } from 'node:child_process';
import { contextFor, makeWorkspace, startApp } from '../../apps/server/test/app.ts';
import type { TestDatabase } from '../../apps/server/test/database.ts';
import { allSums, exportHledger } from '../../apps/server/src/modules/ledger/index.ts';
import { inWorkspace } from './books.ts';
import { furnishBy } from './company.ts';
import type { FaultReport } from './report.ts';

export function hasHledger(): boolean {
  return spawnSync('hledger', ['--version']).status === 0;
}

/** The journal of books with sales in several currencies, refunds, a dispute and a payout, added up again by hledger. */
export async function journalAccepted(database: TestDatabase): Promise<FaultReport> {
  const app = startApp(database);
  const faults: string[] = [];
  try {
    const { id, keys } = await makeWorkspace(database.db, 'Journal');
    const post = async (path: string, body: unknown) => {
      const answer = await app.call('POST', `/api/v1/${path}`, { as: keys.secretKey, body });
      if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
      return answer.json();
    };
    const company = await furnishBy(post, keys.workspaceId, keys.secretKey, 2);
    for (let number = 0; number < 12; number += 1) {
      const { coupon } = company.partners[number % 2] ?? {};
      const currency = ['EUR', 'USD', 'JPY', 'KWD'][number % 4];
      await post('track/sale', {
        eventId: `s${number}`,
        customer: { externalId: `c${number}` },
        currency,
        amount: 12_345 + number,
        coupon,
      });
      if (number % 3 === 0)
        await post('track/refund', { eventId: `r${number}`, saleEventId: `s${number}`, amount: 1000, reason: 'refund' });
      if (number % 5 === 0)
        await post('track/refund', { eventId: `d${number}`, saleEventId: `s${number}`, reason: 'dispute_lost' });
    }
    let journal = '';
    const transactions = await exportHledger(contextFor(database.db, id), (text) => (journal += text));
    const checked = hledger(journal, ['check']);
    if (checked.status !== 0) faults.push(`hledger check: ${checked.stderr}`);
    const sums = await inWorkspace(database.db, id, (tx) => allSums(tx, id));
    const pending = sums.filter((sum) => sum.account === 'pending' && sum.currency === 'EUR');
    const ours = pending.reduce((sum, { credits, debits }) => sum + credits - debits, 0n);
    const theirs = hledger(journal, [
      'balance',
      'liabilities:pending',
      'cur:EUR',
      '--output-format',
      'csv',
      '--layout',
      'bare',
      '--depth',
      '2',
    ]).stdout;
    const found = /"liabilities:pending","EUR","(-?[\d.]+)"/.exec(theirs)?.[1] ?? '';
    if (found.replace('.', '') !== String(-ours)) faults.push(`hledger finds ${found} pending, we ${-ours}: ${theirs}`);
    return { name: 'hledger adds up the journal', numbers: { transactions, lines: journal.split('\n').length }, faults };
  } finally {
    await app.close();
  }
}

function hledger(journal: string, args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync('hledger', ['-f', '-', ...args], {
    input: journal,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
}
