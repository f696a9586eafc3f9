import { webhookEvents, webhookEventTypes, webhookPayload, type WebhookEventType } from '@cordee/contract/webhook-events';
import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { DAY, withOwnBooks, type Books } from '../../../test/books.ts';
import { withReceiver, type ReceivedCall, type Receiver } from '../../../test/receiver.ts';
import { uuidOf } from '../../../test/terms.ts';
import { companySource, inputHashOf, keyText } from '../fact/index.ts';
import { transaction, withWorkspace } from '../../platform/db/index.ts';
import { createLog } from '../../platform/telemetry/log.ts';
import { recordAudit } from '../../platform/verb.ts';

interface Desk {
  readonly books: Books;
  readonly receiver: Receiver;
  readonly id: string;
  readonly secret: string;
  /** Tells and sends all that is due by the clock. */
  readonly send: () => Promise<void>;
  /** Types of what was received since the last time, in the order it happened. */
  readonly heard: () => string[];
  readonly get: (path: string) => Promise<Record<string, unknown>>;
}

function withDesk(
  run: (desk: Desk) => Promise<void>,
  types: readonly string[] = ['*'],
  plan: Parameters<typeof withOwnBooks>[1] = {},
): Promise<void> {
  return withReceiver((receiver) =>
    withOwnBooks(
      async (books) => {
        const made = await books.done('webhooks', { url: receiver.url, types });
        const id = String(made['id']);
        let seen = 0;
        await run({
          books,
          receiver,
          id,
          secret: String(made['secret']),
          async send() {
            await books.app.follower.follow(books.workspace.id);
            await deliverTo(books, id);
          },
          heard() {
            const fresh = receiver.calls.slice(seen).map(({ json }) => json);
            seen = receiver.calls.length;
            return fresh.toSorted((a, b) => Number(a['sequence']) - Number(b['sequence'])).map(({ type }) => String(type));
          },
          get: async (path) => (await books.get(`webhooks/${id}${path}`)).json(),
        });
      },
      plan,
      {},
      { outboundHosts: [receiver.host] },
    ),
  );
}

async function deliverTo(books: Books, id: string): Promise<void> {
  const job = books.app.calls['webhooks.deliver'];
  if (job === undefined) throw new Error('no such job');
  const payload = { workspaceId: books.workspace.id, webhookId: uuidOf('whk', id) };
  await job.perform(payload, { attempt: 1, signal: new AbortController().signal, log: createLog('silent') });
}

/** What was received, in the order it happened: calls go out several at a time, and whoever receives them orders them. */
function inOrder(receiver: Receiver): ReceivedCall['json'][] {
  return receiver.calls.map(({ json }) => json).toSorted((one, other) => Number(one['sequence']) - Number(other['sequence']));
}

function lastOf(receiver: Receiver, type: string): Record<string, unknown> {
  const last = inOrder(receiver)
    .filter((json) => json['type'] === type)
    .at(-1);
  if (last === undefined) throw new Error(`no ${type} was received`);
  return last;
}

function verify(secret: string, { headers, body }: ReceivedCall): unknown {
  return new Webhook(secret).verify(body, headers as Record<string, string>);
}

// The test's clock stands in January; the reference library looks at the machine's.
function atTheirTime(books: Books): void {
  books.now = Date.now();
}

test('a company is told of contributions, and of nobody’s name in them', () =>
  withDesk(async ({ books, receiver, send, heard }) => {
    const anna = await books.partner('Anna');
    const { items } = (await books.get(`enrollments?partnerId=${anna.id}`)).json() as { items: { id: string }[] };
    await send();
    heard();
    const customer = { externalId: 'lake', name: 'Refuge du Lac', email: 'lake@example.com' };
    const deal = { kind: 'deal', enrollmentId: items[0]?.id, customer, expectedAmount: 5000, currency: 'EUR' };
    const { id } = await books.done('contributions', deal);
    await books.done(`contributions/${String(id)}/confirmation`, {});
    await books.done(`programs/${books.programId}/terms`, { precedence: 5 });
    await send();
    expect(heard()).toEqual(['contribution.declared', 'contribution.changed', 'program.changed']);
    expect(lastOf(receiver, 'contribution.changed')).toMatchObject({
      data: { id, state: 'confirmed', expectedAmount: 5000, parties: [{ partnerId: anna.id }] },
      changes: { state: { old: 'waiting', new: 'confirmed' } },
    });
    for (const { body } of receiver.calls) expect(body).not.toMatch(/Refuge|lake@/);
  }));

test('a company is told all that happens to its partners and their money, in order, signed', () =>
  withDesk(async ({ books, receiver, secret, send, heard }) => {
    const anna = await books.partner('Anna');
    await books.done('partners', { name: 'Berta', kind: 'affiliate' });
    await send();
    expect(heard()).toEqual(['partner.created', 'enrollment.created', 'partner.created']);

    await books.sale('s1', anna, 10_000);
    await books.sale('s2', anna, 20_000);
    await send();
    expect(heard()).toEqual(['commission.created', 'commission.created']);
    expect(lastOf(receiver, 'commission.created')).toMatchObject({
      workspaceId: books.workspace.keys.workspaceId,
      data: { partnerId: anna.id, amount: 2000, reversed: 0, status: 'pending' },
    });

    await books.refund('r1', 's1', { amount: 4000 });
    await send();
    expect(heard()).toEqual(['commission.changed']);
    expect(lastOf(receiver, 'commission.changed')).toMatchObject({
      data: { amount: 1000, reversed: 400, status: 'pending' },
      changes: { reversed: { old: 0, new: 400 } },
    });

    books.now += 11 * DAY;
    await books.release();
    const payout = await books.done('payouts', { partnerId: anna.id, currency: 'EUR' });
    await books.done(`payouts/${String(payout['id'])}/rejection`, { reason: 'unknown account' });
    const again = await books.done('payouts', { partnerId: anna.id, currency: 'EUR' });
    await books.done(`payouts/${String(again['id'])}/confirmation`, {});
    await books.refund('r2', 's1');
    await send();
    // The two sources each keep their order, not one between them.
    expect(heard().toSorted()).toEqual([
      ...Array.from({ length: 11 }, () => 'commission.changed'),
      'payout.confirmed',
      'payout.rejected',
      'payout.started',
      'payout.started',
    ]);
    const steps = inOrder(receiver)
      .filter(({ type, data }) => type === 'commission.changed' && (data as { amount: number }).amount === 1000)
      .map(({ changes }) => changes);
    expect(steps).toEqual([
      { reversed: { old: 0, new: 400 } },
      { status: { old: 'pending', new: 'payable' } },
      { status: { old: 'payable', new: 'in_payout' } },
      { status: { old: 'in_payout', new: 'payable' } },
      { status: { old: 'payable', new: 'in_payout' } },
      { status: { old: 'in_payout', new: 'paid' } },
      { reversed: { old: 400, new: 1000 }, status: { old: 'paid', new: 'reversed' } },
    ]);

    atTheirTime(books);
    await books.done(`partners/${anna.id}/certificates`, { code: 'gold' });
    const link = await books.done('links', { enrollmentId: await enrollmentOf(books, anna.id) });
    await books.done(`links/${String(link['id'])}/end`, undefined);
    await send();
    expect(heard()).toEqual(['link.created', 'link.ended']);
    const signed = receiver.calls.filter(({ json }) => String(json['type']).startsWith('link.'));
    for (const call of signed) expect(verify(secret, call)).toEqual(call.json);
    expect(() => verify('whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', signed[0] as ReceivedCall)).toThrow();
    for (const { headers } of receiver.calls) expect(headers['webhook-id']).toMatch(/^evt_/);
    for (const { json } of receiver.calls) {
      const { type, data } = webhookPayload.parse(json);
      expect(webhookEventTypes).toContain(type);
      expect(webhookEvents[type as WebhookEventType].data.safeParse(data).error?.issues, JSON.stringify(json)).toBeUndefined();
    }
  }));

async function enrollmentOf(books: Books, partnerId: string): Promise<string> {
  const page = (await books.get(`enrollments?partnerId=${partnerId}`)).json() as { items: { id: string }[] };
  return page.items[0]?.id ?? '';
}

test('a dispute suspends, a won one restores, and both are told', () =>
  withDesk(
    async ({ books, receiver, send }) => {
      const anna = await books.partner('Anna');
      await books.sale('s1', anna, 10_000);
      await books.refund('d1', 's1', { reason: 'dispute_opened' });
      await books.refund('d2', 's1', { reason: 'dispute_won' });
      await send();
      expect(inOrder(receiver).map((json) => json['changes'])).toEqual([
        { status: { old: 'pending', new: 'suspended' } },
        { status: { old: 'suspended', new: 'pending' } },
      ]);
    },
    ['commission.changed'],
  ));

test('a commission that waits for approval is told as it first stood, then as approved; a stage with its reason', () =>
  withDesk(
    async ({ books, receiver, send }) => {
      const anna = await books.partner('Anna');
      await books.done(`partners/${anna.id}/stage`, { stage: 'under_review', reason: 'audit' });
      const sale = await books.sale('s1', anna, 10_000);
      const [commission] = sale['commissions'] as { id: string }[];
      await books.done('commissions/reviews', { action: 'approve', commissionIds: [commission?.id] });
      await send();
      const told = inOrder(receiver);
      expect(told).toMatchObject([
        { type: 'partner.stage_changed', data: { partnerId: anna.id, stage: 'under_review', reason: 'audit' } },
        { type: 'commission.created', data: { status: 'in_review' } },
        { type: 'commission.changed', changes: { status: { old: 'in_review', new: 'pending' } } },
      ]);
    },
    ['partner.stage_changed', 'commission.created', 'commission.changed'],
    { review: { mode: 'all' } },
  ));

test('a refund that failed gives back, and that is told too', () =>
  withDesk(
    async ({ books, receiver, send }) => {
      const anna = await books.partner('Anna');
      await books.sale('s1', anna, 10_000);
      await books.refund('r1', 's1');
      await books.app.intake.submit(books.workspace.id, {
        kind: 'refund_failed',
        source: companySource('refund_failed'),
        externalId: 'f1',
        occurredAt: books.now,
        customer: null,
        currency: null,
        amount: null,
        target: { source: companySource('sale'), externalId: 's1' },
        body: { refund: keyText({ source: companySource('refund'), externalId: 'r1' }) },
        strict: false,
        clickId: null,
        visitorId: null,
        inputHash: inputHashOf('f1'),
      });
      await send();
      expect(inOrder(receiver).map((json) => json['changes'])).toEqual([
        { status: { old: 'pending', new: 'reversed' }, reversed: { old: 0, new: 1000 } },
        { status: { old: 'reversed', new: 'pending' }, reversed: { old: 1000, new: 0 } },
      ]);
    },
    ['commission.changed'],
  ));

test('only what was asked for is sent, and only from then on', () =>
  withDesk(
    async ({ books, receiver, send }) => {
      const anna = await books.partner('Anna');
      await books.sale('s1', anna, 10_000);
      const late = await books.done('webhooks', { url: receiver.url, types: ['commission.created'], description: 'late' });
      await books.sale('s2', anna, 10_000);
      await send();
      await deliverTo(books, String(late['id']));
      expect(inOrder(receiver).map((json) => [json['type'], (json['data'] as { amount?: number }).amount])).toEqual([
        ['commission.created', 1000],
      ]);
      await books.done(`payouts`, { partnerId: anna.id, currency: 'EUR' }).catch(() => undefined);
      await books.app.call('DELETE', `/api/v1/webhooks/${String(late['id'])}`, { as: books.key });
      expect((await books.get(`webhooks/${String(late['id'])}`)).status).toBe(404);
      await books.sale('s3', anna, 10_000);
      await send();
      await deliverTo(books, String(late['id']));
      expect(receiver.calls).toHaveLength(1);
      const rows = await books.owner.query(`select from commission_change`);
      expect(rows).toHaveLength(0);
    },
    ['payout.started'],
  ));

test('what is not accepted is sent again, later and later, under the same id; every try is shown', () =>
  withDesk(async ({ books, receiver, send, get }) => {
    receiver.answer = () => ({ status: 500, text: 'no\0pe' });
    await books.done('partners', { name: 'Anna', kind: 'affiliate' });
    const pauses: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      await send();
      const [waiting] = await waitingOf(books);
      if (waiting === undefined) break;
      pauses.push(Math.round((waiting - books.now) / 60_000));
      books.now = waiting;
    }
    expect(receiver.calls).toHaveLength(10);
    expect(new Set(receiver.calls.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(receiver.calls.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(10);
    expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThan(3 * 24 * 60);
    const page = (await get('/deliveries?state=failed')) as unknown as { items: { eventId: string; attempts: number }[] };
    expect(page.items).toMatchObject([{ state: 'failed', attempts: 10, lastStatus: 500, nextAt: null }]);
    const path = `/deliveries/${page.items[0]?.eventId ?? ''}`;
    const detail = (await get(path)) as unknown as { tries: unknown[]; request: { body: string } };
    expect(detail.tries).toHaveLength(10);
    expect(detail.tries[0]).toMatchObject({ status: 500, fault: null, response: 'no\uFFFDpe' });
    expect(detail.request.body).toBe(receiver.calls[0]?.body);

    receiver.answer = () => ({ status: 200 });
    expect((await books.post(`webhooks/${await idOf(books)}${path}/replay`, undefined)).status).toBe(202);
    await send();
    expect(receiver.calls).toHaveLength(11);
    expect(receiver.calls[10]?.headers['webhook-id']).toBe(receiver.calls[0]?.headers['webhook-id']);
    expect(await get(path)).toMatchObject({ state: 'delivered', attempts: 1, lastStatus: 200 });
  }));

async function waitingOf(books: Books): Promise<number[]> {
  const rows = await books.owner.query<{ next_at: number }>(
    `select next_at from webhook_delivery where state = 'waiting' order by next_at`,
  );
  return rows.map(({ next_at: at }) => at);
}

async function idOf(books: Books): Promise<string> {
  const page = (await books.get('webhooks')).json() as { items: { id: string }[] };
  return page.items[0]?.id ?? '';
}

test('a receiver that asks for time is given it', () =>
  withDesk(async ({ books, receiver, send }) => {
    receiver.answer = () => ({ status: 429, headers: { 'retry-after': '7200' } });
    await books.done('partners', { name: 'Anna', kind: 'affiliate' });
    await send();
    expect(((await waitingOf(books))[0] ?? 0) - books.now).toBeGreaterThan(7_190_000);
  }));

test('a webhook that accepts nothing for days is disabled, and sent what waited once it is woken', () =>
  withDesk(async ({ books, receiver, send, get }) => {
    receiver.answer = () => ({ status: 503 });
    await books.done('partners', { name: 'Anna', kind: 'affiliate' });
    await send();
    expect(await get('')).toMatchObject({ state: 'active', failingSince: expect.any(String) });
    books.now += 5 * DAY;
    await send();
    expect(await get('')).toMatchObject({ state: 'disabled', disabledFor: 'failures' });
    expect((await books.get('audit?action=webhook.disabled')).json()).toMatchObject({
      items: [{ actor: { kind: 'system' }, after: { state: 'disabled' } }],
    });
    const before = receiver.calls.length;
    await books.done('partners', { name: 'Berta', kind: 'affiliate' });
    await send();
    expect(receiver.calls).toHaveLength(before);
    expect((await books.post(`webhooks/${await idOf(books)}/test`, undefined)).status).toBe(409);

    receiver.answer = () => ({ status: 204 });
    const woken = await books.app.call('PATCH', `/api/v1/webhooks/${await idOf(books)}`, {
      as: books.key,
      body: { state: 'active' },
    });
    expect(woken.json()).toMatchObject({ state: 'active', disabledFor: null, failingSince: null });
    await send();
    const names = receiver.calls.slice(before).map(({ json }) => (json['data'] as { name: string }).name);
    expect(names.toSorted()).toEqual(['Anna', 'Berta']);
  }));

test('a receiver that says it is gone is believed at once', () =>
  withDesk(async ({ books, receiver, send, get }) => {
    receiver.answer = () => ({ status: 410 });
    await books.done('partners', { name: 'Anna', kind: 'affiliate' });
    await send();
    expect(await get('')).toMatchObject({ state: 'disabled', disabledFor: 'gone' });
  }));

test('a new secret signs beside the former one until the overlap ends', () =>
  withDesk(async ({ books, receiver, id, secret, send }) => {
    atTheirTime(books);
    const renewed = await books.done(`webhooks/${id}/secret`, { overlapHours: 1 });
    const fresh = String(renewed['secret']);
    expect(fresh).not.toBe(secret);
    await books.post(`webhooks/${id}/test`, undefined);
    await send();
    const [both] = receiver.calls as [ReceivedCall];
    expect(verify(secret, both)).toEqual(verify(fresh, both));
    expect(JSON.stringify((await books.get(`webhooks/${id}`)).json())).not.toContain('whsec_');

    const rows = await books.owner.query<{ secret: Buffer }>('select secret from webhook');
    expect(rows[0]?.secret.toString('latin1')).not.toContain(fresh);
    books.now += 3_700_000;
    await books.post(`webhooks/${id}/test`, undefined);
    await send();
    expect(String(receiver.calls[1]?.headers['webhook-signature']).split(' ')).toHaveLength(1);
  }));

test('a secret is shown once, also to a repeated request', () =>
  withDesk(async ({ books, receiver }) => {
    const ask = () =>
      books.post('webhooks', { url: receiver.url, types: ['*'] }, books.key, { 'idempotency-key': 'one' }).then((a) => a.json());
    const [first, second] = [await ask(), await ask()];
    expect(first['secret']).toMatch(/^whsec_/);
    expect(second).toMatchObject({ id: first['id'], secret: null });
  }));

test.each(['http://erp.example.com/hook', 'https://127.0.0.1/hook', 'https://169.254.169.254/latest'])(
  '%s may not be called',
  (url) =>
    withDesk(async ({ books }) => {
      const answer = await books.post('webhooks', { url, types: ['*'] });
      expect([answer.status, answer.json()['code']]).toEqual([422, 'address_refused']);
    }),
);

test('a name that leads inside is refused when it is called', () =>
  withDesk(async ({ books }) => {
    const made = await books.done('webhooks', { url: 'https://localhost/hook', types: ['*'] });
    await books.post(`webhooks/${String(made['id'])}/test`, undefined);
    await deliverTo(books, String(made['id']));
    const page = (await books.get(`webhooks/${String(made['id'])}/deliveries`)).json() as { items: { eventId: string }[] };
    const detail = await books.get(`webhooks/${String(made['id'])}/deliveries/${page.items[0]?.eventId ?? ''}`);
    expect(detail.json()).toMatchObject({ tries: [{ status: null, fault: 'refused', response: null }] });
  }));

test('a process that dies between call and note leaves the delivery to another, under the same id', () =>
  withDesk(async ({ books, receiver, id, send }) => {
    await books.done('partners', { name: 'Anna', kind: 'affiliate' });
    await books.app.follower.follow(books.workspace.id);
    // It took the delivery, and was never heard of again.
    await books.owner.query(`update webhook_delivery set attempts = 1, claimed_until = $1`, [new Date(books.now + 60_000)]);
    await send();
    expect(receiver.calls).toHaveLength(0);
    const [job] = await books.owner.query<{ run_at: number }>(
      `select max(run_at) as run_at from graphile_worker._private_jobs where key like 'webhook %'`,
    );
    expect(job?.run_at).toBeGreaterThan(books.now + 50_000);
    books.now += 61_000;
    await deliverTo(books, id);
    expect(receiver.calls).toHaveLength(1);
  }));

test('a write that commits late is told late, not left out', () =>
  withDesk(async ({ books, send, heard }) => {
    const [opened, mayCommit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const late = transaction(books.db, async (tx) => {
      await withWorkspace(tx, books.workspace.id);
      const context = { workspaceId: books.workspace.id, actor: { kind: 'system', job: 'test' }, now: () => books.now } as const;
      const after = { id: 'prt_late' };
      await recordAudit(tx, { ...context, requestId: 'late' }, { action: 'partner.changed', subject: 'prt_late', after });
      opened.resolve();
      await mayCommit.promise;
    });
    await opened.promise;
    await books.done('partners', { name: 'Anna', kind: 'affiliate' });
    await send();
    expect(heard()).toEqual(['partner.created']);
    mayCommit.resolve();
    await late;
    await send();
    expect(heard()).toEqual(['partner.changed']);
  }));

test('two processes telling and sending at once send each event once', () =>
  withDesk(async ({ books, receiver, id }) => {
    const anna = await books.partner('Anna');
    for (let number = 0; number < 20; number += 1) await books.sale(`s${number}`, anna, 1000 + number);
    await Promise.all([1, 2, 3].map(() => books.app.follower.follow(books.workspace.id)));
    await Promise.all([deliverTo(books, id), deliverTo(books, id), deliverTo(books, id)]);
    const ids = receiver.calls.map(({ headers }) => headers['webhook-id']);
    expect([ids.length, new Set(ids).size]).toEqual([22, 22]);
  }));

test('a period can be sent again', () =>
  withDesk(async ({ books, receiver, id, send }) => {
    const from = new Date(books.now).toISOString();
    await books.done('partners', { name: 'Anna', kind: 'affiliate' });
    await send();
    const to = new Date(books.now + 1000).toISOString();
    expect(await books.done(`webhooks/${id}/replay`, { from, to })).toEqual({ replayed: 0 });
    expect(await books.done(`webhooks/${id}/replay`, { from, to, state: 'all' })).toEqual({ replayed: 1 });
    await send();
    expect(receiver.calls.map(({ headers }) => headers['webhook-id'])).toHaveLength(2);
  }));
