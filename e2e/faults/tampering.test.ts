import { expect, test } from 'vitest';
import { makeWorkspace, startApp } from '../../apps/server/test/app.ts';
import { rollUpConversions } from '../../apps/server/src/modules/analytics/index.ts';
import { freshDatabase, type TestDatabase } from '../../apps/server/test/database.ts';
import type { Verification } from '../../apps/server/src/modules/counting/index.ts';
import { furnishBy } from './company.ts';
import { verified } from './books.ts';

interface Books {
  readonly database: TestDatabase;
  readonly workspaceId: string;
}

/** Five sales, of which the second was refunded in part: facts 1 to 6, each with a transaction. */
async function withOwnBooks(work: (books: Books) => Promise<void>): Promise<void> {
  await freshDatabase(async (database) => {
    const app = startApp(database);
    try {
      const { id, keys } = await makeWorkspace(database.db);
      const post = async (path: string, body: unknown) => {
        const answer = await app.call('POST', `/api/v1/${path}`, { as: keys.secretKey, body });
        if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
        return answer.json();
      };
      const company = await furnishBy(post, keys.workspaceId, keys.secretKey, 1);
      const coupon = company.partners[0]?.coupon;
      for (let number = 1; number <= 5; number += 1) {
        await post('track/sale', {
          eventId: `s${number}`,
          customer: { externalId: `c${number}` },
          currency: 'EUR',
          amount: 10_000,
          coupon,
        });
      }
      await post('track/refund', { eventId: 'r1', saleEventId: 's2', amount: 4000, reason: 'refund' });
      // Sums follow facts by themselves: later they would add up what was altered.
      while ((await rollUpConversions(database.db, id)) > 0);
      expect((await verified(database.db, id)).differences).toEqual([]);
      await work({ database, workspaceId: id });
    } finally {
      await app.close();
    }
  });
}

function where({ differences }: Verification): string[] {
  return differences.map(({ check, factSeq }) => `${check} ${factSeq === null ? '' : String(factSeq)}`.trim());
}

test('whatever is altered behind the back of the application is told, and where', async () => {
  await withOwnBooks(async ({ database: { db, owner }, workspaceId }) => {
    const flip = (column: string) => `set_byte(${column}, 7, get_byte(${column}, 7) # 1)`;
    const alterations: readonly [string, string, string, readonly string[]][] = [
      [
        'a byte of the body of a fact',
        `update fact set body = replace(body::text, 'ten1', 'ten2')::json where seq = 3`,
        `update fact set body = replace(body::text, 'ten2', 'ten1')::json where seq = 3`,
        ['fact chain 3'],
      ],
      [
        'a byte of the hash of a fact',
        `update fact set hash = ${flip('hash')} where seq = 4`,
        `update fact set hash = ${flip('hash')} where seq = 4`,
        ['fact chain 4'],
      ],
      [
        'the amount of a fact',
        `update fact set amount = amount + 1 where seq = 2`,
        `update fact set amount = amount - 1 where seq = 2`,
        ['fact chain 2'],
      ],
      [
        'the instant of a fact',
        `update fact set occurred_at = occurred_at - interval '1 second' where seq = 5`,
        `update fact set occurred_at = occurred_at + interval '1 second' where seq = 5`,
        ['fact chain 5'],
      ],
      [
        'the amount of a posting',
        `update posting set amount = amount + 1 where fact_seq = 2`,
        `update posting set amount = amount - 1 where fact_seq = 2`,
        ['posting 2'],
      ],
      [
        'the account of a posting',
        `update posting set credit = 'payable' where fact_seq = 1`,
        `update posting set credit = 'pending' where fact_seq = 1`,
        ['posting 1'],
      ],
      [
        'a byte of the hash of a transaction',
        `update ledger_transaction set hash = ${flip('hash')} where fact_seq = 3`,
        `update ledger_transaction set hash = ${flip('hash')} where fact_seq = 3`,
        ['ledger_transaction 3'],
      ],
      [
        'the amount of a commission',
        `update commission set amount = amount + 1 where fact_seq = 4`,
        `update commission set amount = amount - 1 where fact_seq = 4`,
        ['commission 4'],
      ],
      [
        'the state of a commission',
        `update commission set status = 'payable' where fact_seq = 4`,
        `update commission set status = 'pending' where fact_seq = 4`,
        ['state of commission 0 4'],
      ],
      [
        'the reason of a decision',
        `update decision set unpaid = 'bot' where fact_seq = 1`,
        `update decision set unpaid = null where fact_seq = 1`,
        ['decision 1'],
      ],
      [
        'the amount of a reversal',
        `update reversal set amount = amount - 1 where fact_seq = 6`,
        `update reversal set amount = amount + 1 where fact_seq = 6`,
        ['reversal 6'],
      ],
    ];
    for (const [what, alter, restore, told] of alterations) {
      await owner.query(alter);
      const found = await verified(db, workspaceId);
      expect(where(found), what).toEqual(expect.arrayContaining([...told]));
      const seqs = new Set(told.map((text) => text.split(' ').at(-1)));
      const elsewhere = found.differences.filter(({ factSeq }) => factSeq !== null && !seqs.has(String(factSeq)));
      expect(elsewhere, `${what}: nothing else is accused`).toEqual([]);
      await owner.query(restore);
      expect((await verified(db, workspaceId)).differences, `${what}, restored`).toEqual([]);
    }
  });
});

test('rows that are gone, and rows nobody decided', async () => {
  await withOwnBooks(async ({ database: { db, owner }, workspaceId }) => {
    await owner.query('delete from posting where fact_seq = 3');
    expect(where(await verified(db, workspaceId))).toContain('posting 3');
    await owner.query('delete from ledger_transaction where fact_seq = 3');
    expect(where(await verified(db, workspaceId))).toContain('ledger_transaction 3');
    await owner.query('delete from commission where fact_seq = 5');
    expect(where(await verified(db, workspaceId))).toContain('commission 5');
    await owner.query(
      `insert into posting (workspace_id, fact_seq, number, debit, credit, partner_id, currency, amount, effective_at)
       select workspace_id, fact_seq, 99, debit, credit, partner_id, currency, 1, effective_at from posting where fact_seq = 1 limit 1`,
    );
    const found = await verified(db, workspaceId);
    expect(where(found)).toContain('posting 1');
    expect(found.ledgerBalanced).toBe(false);
  });
});

test('a fact that is gone leaves a gap that is told', async () => {
  await withOwnBooks(async ({ database: { db, owner }, workspaceId }) => {
    await owner.query('delete from fact where seq = 4');
    expect(where(await verified(db, workspaceId))).toContain('fact order 5');
  });
});

test('the last facts cut off are missed', async () => {
  await withOwnBooks(async ({ database: { db, owner }, workspaceId }) => {
    await owner.query('delete from fact where seq = 6');
    expect((await verified(db, workspaceId)).differences).not.toEqual([]);
  });
});
