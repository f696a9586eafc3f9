import { decodeId } from '@cordee/core/ids';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { withBooks, type Books } from '../../../../test/books.ts';

async function perform(books: Books, id: unknown): Promise<void> {
  const payload = { workspaceId: books.workspace.id, simulationId: decodeId('sim', String(id)) };
  const run = { attempt: 1, signal: new AbortController().signal, log: pino({ level: 'silent' }) };
  await books.app.jobs['counting.simulate']?.perform(payload, run);
}

test('started, found again, and kept with the same result as when it is asked for at once', () =>
  withBooks(async (books) => {
    const anna = await books.partner('Anna');
    await books.sale('s1', anna, 10_000);
    const program = (await books.get('programs')).json() as { items: { planId: string }[] };
    const planId = program.items[0]?.planId;
    const plan = (await books.get(`plans/${planId}`)).json() as { versions: { document: { rules: object[] } }[] };
    const document = plan.versions[0]?.document;
    const tried = { ...document, rules: document?.rules.map((rule) => ({ ...rule, reward: { kind: 'percent', rate: '50%' } })) };
    const period = { from: '2020-01-01T00:00:00Z', to: '2030-01-01T00:00:00Z' };
    const started = await books.done('simulations', { planId, document: tried, ...period });
    expect(started).toMatchObject({ state: 'waiting', planId, result: null });

    await perform(books, started['id']);
    const found = (await books.get(`simulations/${String(started['id'])}`)).json();
    const atOnce = await books.done(`plans/${planId}/simulations`, { document: tried, ...period });
    expect(found).toMatchObject({ state: 'done', facts: 1, total: 1, result: atOnce, totals: atOnce['totals'] });
    expect(found['totals']).toMatchObject([{ simulated: 5000 }]);
    // Done already: a second run of the job changes nothing.
    await perform(books, started['id']);
    expect((await books.get(`simulations/${String(started['id'])}`)).json()).toEqual(found);

    const list = (await books.get(`simulations?planId=${planId}`)).json() as { items: object[] };
    expect(list.items).toEqual([expect.objectContaining({ id: started['id'], totals: found['totals'] })]);
    expect(list.items[0]).not.toHaveProperty('result');
  }));

test('rules that contradict themselves, a period that ends before it begins, an unknown plan are refused when asked', () =>
  withBooks(async (books) => {
    const program = (await books.get('programs')).json() as { items: { planId: string }[] };
    const planId = program.items[0]?.planId;
    const plan = (await books.get(`plans/${planId}`)).json() as { versions: { document: object }[] };
    const period = { from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' };
    const start = (body: object) => books.app.call('POST', '/api/v1/simulations', { as: books.key, body });
    const wrong = { ...plan.versions[0]?.document, holdDays: 500 };
    expect((await start({ planId, document: wrong, ...period })).json()).toMatchObject({ code: 'plan_invalid' });
    const turned = await start({ planId, from: period.to, to: period.from });
    expect(turned.json()).toMatchObject({ code: 'invalid_request', fields: [{ path: 'to' }] });
    const other = String(planId).slice(0, -4) + '0000';
    expect((await start({ planId: other, ...period })).status).toBe(404);
    expect(((await books.get('simulations')).json() as { items: object[] }).items).toEqual([]);
  }));
