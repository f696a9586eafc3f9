import { randomBytes } from 'node:crypto';
import { decodeId } from '@cordee/core/ids';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { contextFor } from '../../../../test/app.ts';
import { type BookPartner, type Books, withOwnBooks } from '../../../../test/books.ts';
import { type FakeStripe, startFakeStripe, type StripeFault, stripeFaults } from '../../../../test/fake-stripe.ts';
import {
  approvedBatch,
  made,
  type MadeBatch,
  owe,
  type Payers,
  payersOf,
  putDestination,
  soon,
} from '../../../../test/payday.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { approveBatch } from '../batches/approve-batch.ts';
import { createBatch } from '../batches/create-batch.ts';
import { sendBatch } from '../batches/end-batch.ts';
import { createSealer } from '../../../platform/crypto/index.ts';
import { sendTransfers, type TransferParts, TransfersUnknown } from './send-transfers.ts';

const MINUTE = 60_000;

interface Scene {
  readonly books: Books;
  readonly fake: FakeStripe;
  readonly payers: Payers;
  readonly partners: readonly BookPartner[];
  readonly parts: TransferParts;
}

/** A company connected to a fake Stripe, whose partners have accounts there. */
async function onStripe(names: readonly string[], test: (scene: Scene) => Promise<void>): Promise<void> {
  const fake = await startFakeStripe();
  const masterKey = randomBytes(32);
  try {
    await withOwnBooks(
      async (books) => {
        const payers = await payersOf(books);
        const partners = await owe(books, names);
        const secret = { secret: 'rk_test_abcdefgh1234' };
        const connected = await books.app.call('PUT', '/api/v1/payout-connections/stripe', { as: payers.approver, body: secret });
        expect(connected.json()).toMatchObject({ connected: true, hint: 'rk_test_••••1234' });
        for (const [index, { id }] of partners.entries()) {
          const body = { rail: 'stripe', holder: `P ${index}`, accountId: `acct_0000000${index}` };
          await putDestination(books, payers, `partners/${id}/payout-destinations`, body);
        }
        const sealer = createSealer(masterKey);
        const parts = { db: books.db, now: () => (books.now += 1), sealer, stripeUrl: fake.url, timeoutMs: 120 };
        await test({ books, fake, payers, partners, parts });
      },
      {},
      {},
      { masterKey, stripeUrl: fake.url },
    );
  } finally {
    await fake.close();
  }
}

async function sentBatch({ books, payers }: Scene): Promise<MadeBatch> {
  const batch = await approvedBatch(books, payers, { rail: 'stripe' });
  await made(books, `${batch.path}/sending`, undefined, payers.author);
  return batch;
}

/** As `sentBatch`, past sessions, which would end on a clock that runs for years. */
async function sentByVerbs({ books, parts: { sealer } }: Scene): Promise<MadeBatch> {
  const as = (role: 'finance' | 'owner') => {
    const actor = { kind: 'user', userId: newUuid(books.now), role, partnerId: null } as const;
    return contextFor(books.db, books.workspace.id, { actor, now: () => (books.now += 1) });
  };
  const body = { rail: 'stripe', currency: 'EUR', executionDate: soon(books), remittance: 'Commissions', version: '09' } as const;
  const { id } = await createBatch(as('finance'), sealer, body);
  const batchId = decodeId('bat', id) ?? '';
  await approveBatch(as('owner'), sealer, batchId);
  await sendBatch(as('finance'), batchId);
  return { id, path: `payout-batches/${id}`, lines: [] };
}

class Killed extends Error {}

/** One run of the job; false when something is left. `killedAt`: after so many steps the process is no more. */
async function run({ books, parts }: Scene, batch: MadeBatch, killedAt = Infinity): Promise<boolean> {
  let steps = 0;
  const onStep = () => {
    steps += 1;
    if (steps > killedAt) throw new Killed();
  };
  try {
    await sendTransfers({ ...parts, onStep }, books.workspace.id, decodeId('bat', batch.id) ?? '');
  } catch (error) {
    if (!(error instanceof Killed) && !(error instanceof TransfersUnknown)) throw error;
    return false;
  }
  const { problem, state } = (await books.get(batch.path)).json();
  return problem === null && state === 'closed';
}

const lineOf = (batch: MadeBatch, partner: BookPartner | undefined) =>
  batch.lines.find(({ partnerId }) => partnerId === partner?.id)?.id ?? '';

it('sends each line once, under its own key, in the words that find it again; a plain refusal sends its line back', () =>
  onStripe(['Ana', 'Ben', 'Cléo'], async (scene) => {
    const { books, fake, partners } = scene;
    const batch = await sentBatch(scene);
    fake.faults.push(null, 'refused');
    expect(await run(scene, batch)).toBe(true);
    expect((await books.get(batch.path)).json()).toMatchObject({
      rail: 'stripe',
      file: null,
      files: [],
      transfers: { toSend: 0, unknown: 0, sent: 2, refused: 1 },
      progress: { inPayout: 0, paid: 2, rejected: 1 },
    });
    expect(fake.transfers.map(({ amount, currency, transfer_group: group }) => [amount, currency, group])).toEqual([
      [5000, 'eur', batch.id],
      [5000, 'eur', batch.id],
    ]);
    const first = fake.transfers[0]?.metadata.line ?? '';
    expect((await books.get(`payouts/${first}`)).json()).toMatchObject({ state: 'paid', settlement: 'tr_1' });
    const refused = batch.lines.find(({ id }) => !fake.transfers.some(({ metadata }) => metadata.line === id));
    expect((await books.get(`payouts/${refused?.id ?? ''}`)).json()).toMatchObject({
      state: 'rejected',
      endReason: 'balance_insufficient: Insufficient funds',
    });
    const back = partners.find(({ id }) => id === refused?.partnerId);
    expect(await books.balance(back as BookPartner)).toMatchObject({ payable: 5000, inPayout: 0 });
    expect(await run(scene, batch)).toBe(true);
    expect(fake.asked).toBe(3);
    expect(await books.verify()).toMatchObject({ differences: [], ledgerBalanced: true });
  }));

it('what nobody answered is looked up before it is asked for again, also once its key is forgotten', () =>
  onStripe(['Ana', 'Ben'], async (scene) => {
    const { books, fake } = scene;
    const batch = await sentBatch(scene);
    fake.faults.push('answer lost', 'lost');
    expect(await run(scene, batch)).toBe(false);
    expect((await books.get(batch.path)).json()).toMatchObject({ problem: 'no_answer', transfers: { unknown: 2, sent: 0 } });
    // No person ends what may be on its way; nor is another account looked into.
    const line = batch.lines[0]?.id ?? '';
    expect((await books.post(`payouts/${line}/rejection`, { reason: 'x' })).json()).toMatchObject({
      code: 'conflict',
      fields: [{ rule: 'on_its_way' }],
    });
    const { approver } = scene.payers;
    const put = (body: object) => books.app.call('PUT', '/api/v1/payout-connections/stripe', { as: approver, body });
    expect((await put({ secret: 'sk_test_other0000' })).json()).toMatchObject({ fields: [{ rule: 'looked_up' }] });
    expect((await put({ secret: 'sk_test_again0000', sameAccount: true })).status).toBe(200);
    books.now += 25 * 60 * MINUTE;
    fake.forgetKeys();
    expect(await run(scene, batch)).toBe(true);
    expect(fake.transfers).toHaveLength(2);
    expect(fake.asked).toBe(3);
  }));

it('a refusal is not believed while an earlier attempt may still arrive', () =>
  onStripe(['Ana'], async (scene) => {
    const { books, fake, partners } = scene;
    const batch = await sentBatch(scene);
    fake.faults.push('late');
    expect(await run(scene, batch)).toBe(false);
    fake.faults.push(null, 'refused');
    expect(await run(scene, batch)).toBe(false);
    expect((await books.get(`payouts/${lineOf(batch, partners[0])}`)).json()).toMatchObject({ state: 'in_payout' });
    fake.forgetKeys();
    fake.arrive();
    expect(await run(scene, batch)).toBe(true);
    expect((await books.get(`payouts/${lineOf(batch, partners[0])}`)).json()).toMatchObject({
      state: 'paid',
      settlement: 'tr_1',
    });
  }));

it('a key that is refused stops the batch until it is mended; a line nobody asked for can be taken back', () =>
  onStripe(['Ana', 'Ben'], async (scene) => {
    const { books, fake, payers } = scene;
    const batch = await sentBatch(scene);
    fake.faults.push('key refused');
    expect(await run(scene, batch)).toBe(false);
    expect((await books.get(batch.path)).json()).toMatchObject({ problem: 'key_refused', transfers: { toSend: 2, unknown: 0 } });
    const [first, second] = batch.lines.toReversed();
    expect((await books.post(`payouts/${first?.id ?? ''}/confirmation`, undefined)).status).toBe(409);
    await made(books, `payouts/${first?.id ?? ''}/rejection`, { reason: 'Paid by hand' });
    await made(books, `${batch.path}/continuation`, undefined, payers.author);
    expect(await run(scene, batch)).toBe(true);
    expect(fake.transfers.map(({ metadata }) => metadata.line)).toEqual([second?.id]);
    expect((await books.post(`${batch.path}/continuation`, undefined, payers.author)).status).toBe(409);
  }));

it('without a connection no batch is made; a wrong key or account is refused with its reason', () =>
  onStripe(['Ana'], async ({ books, payers, partners }) => {
    const put = (body: object, as: string) => books.app.call('PUT', '/api/v1/payout-connections/stripe', { as, body });
    expect((await put({ secret: 'whsec_12345678' }, payers.approver)).status).toBe(422);
    expect((await put({ secret: 'sk_live_12345678' }, payers.author)).status).toBe(403);
    expect((await books.app.call('DELETE', '/api/v1/payout-connections/stripe', { as: payers.approver })).json()).toMatchObject({
      connected: false,
    });
    const body = { rail: 'stripe', executionDate: '2026-12-01', remittance: 'x' };
    expect((await books.post('payout-batches', body, payers.author)).json()).toMatchObject({
      fields: [{ rule: 'not_connected' }],
    });
    const wrong = { rail: 'stripe', holder: 'Ana', accountId: 'cus_123' };
    const path = `partners/${partners[0]?.id ?? ''}/payout-destinations`;
    expect((await books.post(path, wrong, payers.author)).json()).toMatchObject({ fields: [{ path: 'accountId' }] });
  }));

interface Turn {
  readonly faults: readonly (StripeFault | null)[];
  /** Of the run, after so many steps. */
  readonly killedAt: number | null;
  /** What happens until the next run. */
  readonly wait: 'a moment' | 'an hour' | 'a day';
}

const turn: fc.Arbitrary<Turn> = fc.record({
  faults: fc.array(fc.option(fc.constantFrom(...stripeFaults), { freq: 2 }), { maxLength: 5 }),
  killedAt: fc.option(fc.nat(9), { freq: 2 }),
  wait: fc.constantFrom('a moment', 'an hour', 'a day'),
});

it(
  'whatever is lost, late, doubled, broken or killed: nobody is paid twice, and the books say what Stripe did',
  () =>
    onStripe(['Ana', 'Ben', 'Cléo'], async (scene) => {
      const { books, fake, partners } = scene;
      let round = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(turn, { minLength: 1, maxLength: 5 }), async (turns) => {
          round += 1;
          for (const [index, partner] of partners.entries()) await books.sale(`round ${round} ${index}`, partner, 30_000);
          books.now += 11 * 24 * 60 * MINUTE;
          await books.release();
          fake.transfers.length = 0;
          const batch = await sentByVerbs(scene);
          for (const { faults, killedAt, wait } of turns) {
            fake.faults.splice(0, Infinity, ...faults);
            await run(scene, batch, killedAt ?? Infinity);
            fake.faults.length = 0;
            // No request is under way for as long as an hour, and keys are known for a day.
            if (wait !== 'a moment') fake.arrive();
            if (wait === 'a day') fake.forgetKeys();
            books.now += { 'a moment': 1000, 'an hour': 60 * MINUTE, 'a day': 25 * 60 * MINUTE }[wait];
          }
          fake.arrive();
          // A key whose first answer was a failure of Stripe’s own gives that failure until it is forgotten.
          fake.forgetKeys();
          books.now += 25 * 60 * MINUTE;
          expect(await run(scene, batch)).toBe(true);
          const ends = (await books.get(`payouts?batchId=${batch.id}`)).json()['items'] as {
            id: string;
            state: string;
            amount: number;
          }[];
          for (const { id, state, amount } of ends) {
            const paid = fake.transfers.filter(({ metadata }) => metadata.line === id);
            expect([id, state, paid.map((transfer) => transfer.amount)]).toEqual([id, state, state === 'paid' ? [amount] : []]);
          }
        }),
        { numRuns: 25 },
      );
      expect(await books.verify()).toMatchObject({ differences: [], ledgerBalanced: true });
    }),
  240_000,
);
