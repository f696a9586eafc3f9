import { expect, it } from 'vitest';
import { type BookPartner, DAY, withOwnBooks } from '../../../test/books.ts';
import { asking, inDebt, insistAtOnce, person, running, sound } from '../../../test/crashing-debts.ts';
import { createSealer } from '../../platform/crypto/index.ts';
import { startPayout } from './verbs/start-payout.ts';

it('what a payout keeps back for a debt is kept back once, with the payout it belongs to, whenever the process dies', () =>
  withOwnBooks(async (books) => {
    const [ana] = (await inDebt(books, ['Ana'])) as [BookPartner];
    const id = await running(books, ana);
    await books.sale('s2', ana, 90_000);
    books.now += 11 * DAY;
    await books.release();
    const pay = asking(books, { as: person(books, 'finance'), key: 'pay' });
    const sealer = createSealer(Buffer.alloc(32, 1));
    const input = { partnerId: ana.uuid, currency: 'EUR' };
    expect(await insistAtOnce(books, (db) => startPayout(pay(db), { sealer }, input))).toMatchObject({ amount: 6500n });
    expect((await books.get(`debt-plans/${id}`)).json()).toMatchObject({ keptBack: 2500, owed: 2500 });
    expect((await books.get('payouts')).json()['items']).toHaveLength(2);
    expect(await books.balance(ana)).toMatchObject({ payable: 0, inPayout: 6500 });
    await sound(books);
  }));
