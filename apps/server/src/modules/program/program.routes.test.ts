import { routes } from '@cordee/contract/routes';
import { programRoutes } from '@cordee/contract/program';
import { partnerRoutes } from '@cordee/contract/partner';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { inRollback } from '../../../test/database.ts';
import { openTenant, type Tenant } from '../../../test/tenant.ts';
import { simplePlan } from '../../../test/terms.ts';
import type { Actor } from '../../platform/context.ts';
import { createSealer } from '../../platform/crypto/index.ts';
import { createApi, type ServedApi } from '../../platform/http/index.ts';
import { servePartners } from '../partner/index.ts';
import { gateFactsOf, servePartnerships } from '../partnership/index.ts';
import { servePrograms } from './index.ts';

type Call = (
  method: 'GET' | 'POST' | 'PATCH' | 'PUT',
  url: string,
  body?: object,
  headers?: Record<string, string>,
) => Promise<Answer>;

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** The routes over HTTP, every answer compared with its schema. */
async function overHttp(tenant: Tenant, test: (call: Call) => Promise<void>): Promise<void> {
  const actor: Actor = { kind: 'key', keyId: 'k', scopes: ['read', 'write'], publishable: false };
  const served: ServedApi = createApi({
    db: tenant.db,
    log: pino({ level: 'silent' }),
    clock: () => (tenant.now += 1),
    version: 'test',
    authenticate: async () => ({ actor, workspaceId: tenant.workspaceId, limitedBy: 'k', origins: [] }),
    rates: { default: 0, track: 0, auth: 0 },
    checkAnswers: true,
  });
  servePartners(served.api);
  servePartnerships(served.api, { sealer: createSealer(Buffer.alloc(32)), gateFacts: gateFactsOf([]), usual: async () => false });
  servePrograms(served.api, { baseUrl: () => 'https://links.example' });
  try {
    await test(async (method, url, body, headers = {}) => {
      const answer = await served.fastify.inject({ method, url, headers, ...(body === undefined ? {} : { payload: body }) });
      return { status: answer.statusCode, body: answer.json() };
    });
  } finally {
    await served.close();
  }
}

function textOf(answer: Answer, key: string): string {
  const value = answer.body[key];
  if (typeof value !== 'string') throw new Error(`the answer has no ${key}`);
  return value;
}

it('takes a company from its first partner to a working link', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    await overHttp(tenant, async (call) => {
      const partner = await call('POST', '/api/v1/partners', { name: 'Ana', kind: 'affiliate', email: 'ana@example.com' });
      expect(partner.status).toBe(201);
      const partnerId = textOf(partner, 'id');
      expect((await call('PATCH', `/api/v1/partners/${partnerId}`, { country: 'FR' })).body).toMatchObject({ country: 'FR' });
      expect((await call('POST', `/api/v1/partners/${partnerId}/certificates`, { code: 'basics' })).status).toBe(201);
      expect((await call('GET', `/api/v1/partners/${partnerId}`)).body).toMatchObject({ certificates: [{ code: 'basics' }] });
      expect((await call('GET', '/api/v1/partners?search=an&limit=1')).body).toMatchObject({ items: [{ id: partnerId }] });

      const program = await call('POST', '/api/v1/programs', {
        name: 'Amis',
        destinationUrl: 'https://shop.example',
        plan: simplePlan,
      });
      const [programId, planId] = [textOf(program, 'id'), textOf(program, 'planId')];
      const published = await call('POST', `/api/v1/plans/${planId}/publication`, {});
      expect(published).toMatchObject({ status: 201, body: { state: 'in_force', number: 1 } });
      const drafted = await call('POST', `/api/v1/plans/${planId}/versions`, { document: simplePlan });
      const replaced = await call('PUT', `/api/v1/plan-versions/${textOf(drafted, 'id')}`, { document: simplePlan });
      expect(replaced).toMatchObject({ status: 200, body: { number: 2 } });
      const early = await call('POST', `/api/v1/plans/${planId}/publication`, { effectiveAt: '2026-01-20T00:00:00Z' });
      expect(early).toMatchObject({ status: 422, body: { code: 'notice_too_short', fields: [{ path: 'effectiveAt' }] } });
      expect((await call('GET', `/api/v1/plans/${planId}`)).body).toMatchObject({ versions: [{ number: 1 }, { number: 2 }] });
      expect((await call('GET', `/api/v1/programs/${programId}/plans`)).body).toMatchObject({ items: [{ default: true }] });
      expect((await call('GET', '/api/v1/programs')).body).toMatchObject({ items: [{ id: programId }], nextCursor: null });

      const enrollment = await call('POST', '/api/v1/enrollments', { programId, partnerId });
      const enrollmentId = textOf(enrollment, 'id');
      expect((await call('GET', `/api/v1/enrollments?partnerId=${partnerId}`)).body).toMatchObject({
        items: [{ id: enrollmentId }],
      });
      expect((await call('GET', `/api/v1/enrollments/${enrollmentId}`)).body).toMatchObject({ states: [{ state: 'active' }] });
      const link = await call('POST', '/api/v1/links', { enrollmentId });
      expect(link.body).toMatchObject({ code: 'ana', url: `https://links.example/r/${tenant.slug}/ana` });
      const coupon = await call('POST', '/api/v1/coupons', { enrollmentId, code: 'ANA10' });
      expect((await call('GET', `/api/v1/links?enrollmentId=${enrollmentId}`)).body).toMatchObject({ items: [{ code: 'ana' }] });
      expect((await call('GET', '/api/v1/coupons')).body).toMatchObject({ items: [{ code: 'ana10' }] });
      expect((await call('POST', `/api/v1/coupons/${textOf(coupon, 'id')}/end`)).status).toBe(200);
      expect((await call('POST', `/api/v1/links/${textOf(link, 'id')}/end`)).status).toBe(200);
      expect((await call('POST', `/api/v1/enrollments/${enrollmentId}/plan`, { planId })).body).toMatchObject({ planId });
      expect((await call('POST', `/api/v1/enrollments/${enrollmentId}/state`, { state: 'paused' })).body).toMatchObject({
        state: 'paused',
      });
      expect((await call('POST', `/api/v1/partners/${partnerId}/archive`)).body['archivedAt']).not.toBeNull();
    });
  }));

it('names the faulty field of a plan, with the rule and a right example', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    await overHttp(tenant, async (call) => {
      const send = (plan: object) =>
        call(
          'POST',
          '/api/v1/programs',
          { name: 'Amis', destinationUrl: 'https://shop.example', plan },
          { 'accept-language': 'fr' },
        );
      const rate = await send({ ...simplePlan, rules: [{ ...simplePlan.rules[0], reward: { kind: 'percent', rate: 'dix' } }] });
      expect(rate).toMatchObject({ status: 422, body: { code: 'invalid_request' } });
      expect(rate.body['fields']).toMatchObject([{ path: 'plan.rules[0].reward.rate', rule: 'rate', example: '12.5%' }]);
      const tiers = {
        measure: 'revenue',
        period: 'month',
        mode: 'whole',
        steps: [
          { from: 0, rate: '1%' },
          { from: 0, rate: '2%' },
        ],
      };
      const overlap = await send({ ...simplePlan, rules: [{ ...simplePlan.rules[0], tiers }] });
      expect(overlap).toMatchObject({ status: 422, body: { code: 'plan_invalid' } });
      expect(overlap.body).toHaveProperty('fields.0.path', 'plan.rules[0].tiers.steps[1].from');
      expect(overlap.body).toHaveProperty('fields.0.example', 1);
    });
  }));

it('honours an Idempotency-Key: the same answer for the same body, a conflict for another', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    await overHttp(tenant, async (call) => {
      const key = { 'idempotency-key': 'k-1' };
      const first = await call('POST', '/api/v1/partners', { name: 'Ana', kind: 'client' }, key);
      expect(await call('POST', '/api/v1/partners', { name: 'Ana', kind: 'client' }, key)).toEqual(first);
      expect(await call('POST', '/api/v1/partners', { name: 'Bea', kind: 'client' }, key)).toMatchObject({ status: 409 });
    });
  }));

it('describes every route in a way that OpenAPI can carry', () => {
  const ours = new Set<string>([...Object.keys(partnerRoutes), ...Object.keys(programRoutes)]);
  const listed = routes.filter(({ id }) => ours.has(id));
  expect(listed).toHaveLength(ours.size);
  for (const route of listed) {
    const inputs = [route.params, route.query, route.body];
    for (const schema of inputs) if (schema !== undefined) expect(z.toJSONSchema(schema, { io: 'input' })).toHaveProperty('type');
    if (route.answer === undefined) continue;
    expect(z.toJSONSchema(route.answer, { io: 'output' })['type']).toBeOneOf(['object', 'array']);
  }
});
