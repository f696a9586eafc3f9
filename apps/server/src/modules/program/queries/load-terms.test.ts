import { planVersionAt, type Terms, valueAt } from '@cordee/core/counting';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { inRollback } from '../../../../test/database.ts';
import { openTenant, type Tenant } from '../../../../test/tenant.ts';
import { addPartner, addProgram, atOnce, enrollIn, simplePlan, uuidOf } from '../../../../test/terms.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { changeTerms } from '../../fact/index.ts';
import { changePartner, issueCertificate } from '../../partner/index.ts';
import {
  cachedTerms,
  changeEnrollmentPlan,
  changeEnrollmentState,
  createCoupon,
  createLink,
  draftVersion,
  endCoupon,
  endLink,
  publishPlan,
} from '../index.ts';
import { loadTerms } from './load-terms.ts';

const DAY = 86_400_000;
const BASE = 'http://localhost';

function termsOf(tenant: Tenant): Promise<Terms> {
  return tenant.read((tx) => loadTerms(tx, tenant.workspaceId));
}

interface Enrolled {
  readonly planId: string;
  readonly enrollmentId: string;
  readonly partnerId: string;
}

async function enrolled(tenant: Tenant): Promise<Enrolled> {
  const program = await addProgram(tenant, 'Program', { plan: { ...simplePlan, noticeDays: 0 } });
  const enrollment = await enrollIn(tenant, program, await addPartner(tenant, 'Ana', { country: 'FR' }));
  const planId = uuidOf('pln', program.planId);
  await publishPlan(tenant.as('owner'), planId, atOnce);
  return { planId, enrollmentId: uuidOf('enr', enrollment.id), partnerId: uuidOf('prt', enrollment.partnerId) };
}

it('reads back what the verbs wrote, histories in order, drafts left out', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const owner = tenant.as('owner');
    const { planId, enrollmentId, partnerId } = await enrolled(tenant);
    await draftVersion(owner, planId, { document: { ...simplePlan, holdDays: 5 } });
    await changePartner(owner, partnerId, { kind: 'reseller', attributes: { tier: 2 } });
    await issueCertificate(owner, partnerId, { code: 'basics' });
    await changeEnrollmentState(owner, enrollmentId, { state: 'paused', from: tenant.now + DAY });
    await changeEnrollmentPlan(owner, enrollmentId, { planId });
    const link = await createLink(owner, { enrollmentId, code: 'ana' }, BASE);
    await createCoupon(owner, { enrollmentId, code: 'ANA10' });

    const terms = await termsOf(tenant);
    expect(terms).toMatchObject({ workspaceId: tenant.workspaceId, zone: 'Europe/Paris', currency: 'EUR' });
    const [program] = terms.programs.values();
    expect(program).toMatchObject({ name: 'Program', places: [{ from: 0, value: { precedence: 100, planId } }] });
    expect(program?.plans.get(planId)?.map(({ number }) => number)).toEqual([1]);
    const enrollment = terms.enrollments.get(enrollmentId);
    expect(enrollment).toMatchObject({ partnerId, programId: program?.id, uplineEnrollmentId: null });
    expect(enrollment?.states.map(({ value }) => value)).toEqual(['active', 'paused']);
    expect(enrollment?.planIds.map(({ value }) => value)).toEqual([null, planId]);
    expect(enrollment?.partner.map(({ value }) => [value.kind, value.attributes])).toEqual([
      ['affiliate', {}],
      ['reseller', { tier: 2 }],
    ]);
    expect(enrollment?.certificates).toMatchObject([{ code: 'basics', to: null }]);
    expect(terms.codes.get('ana')?.[0]?.value).toEqual({ enrollmentId, linkId: uuidOf('lnk', link.id) });
    expect(terms.coupons.get('ana10')?.[0]?.value).toEqual({ enrollmentId, linkId: null });
  }));

it('takes as many statements for many partners as for one, ten at most', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const program = await addProgram(tenant);
    await enrollIn(tenant, program, await addPartner(tenant, 'First'));
    const one = await countStatements(tenant);
    for (let index = 0; index < 20; index += 1) await enrollIn(tenant, program, await addPartner(tenant, `Partner ${index}`));
    expect(await countStatements(tenant)).toBe(one);
    expect(one).toBeLessThanOrEqual(10);
    expect((await termsOf(tenant)).enrollments.size).toBe(21);
  }));

async function countStatements(tenant: Tenant): Promise<number> {
  let statements = 0;
  const counter: Parameters<Tx['kysely']['withPlugin']>[0] = {
    transformQuery({ node }) {
      statements += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  await tenant.read((tx) => loadTerms({ ...tx, kysely: tx.kysely.withPlugin(counter) }, tenant.workspaceId));
  return statements;
}

it('shows nothing of another workspace', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    await enrolled(tenant);
    const terms = await termsOf(await openTenant(db));
    expect([terms.programs.size, terms.enrollments.size, terms.codes.size, terms.coupons.size]).toEqual([0, 0, 0, 0]);
  }));

it('keeps the last snapshot of a version, but nothing of what may be rolled back', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    await enrolled(tenant);
    const cached = (version: bigint) => tenant.read((tx) => cachedTerms(tx, tenant.workspaceId, version));
    const first = await cached(1n);
    expect(await cached(1n)).toBe(first);
    expect(await cached(2n)).not.toBe(first);

    const spoiled = async (tx: Tx) => {
      await changeTerms(tx, tenant.workspaceId, tenant.now);
      await tx.query(`update program set name = 'Spoiled' where workspace_id = $1`, [tenant.workspaceId]);
      const [program] = (await cachedTerms(tx, tenant.workspaceId, 3n)).programs.values();
      expect(program?.name).toBe('Spoiled');
      throw new Error('rolled back');
    };
    await expect(tenant.read(spoiled)).rejects.toThrow('rolled back');
    expect([...(await cached(3n)).programs.values()][0]?.name).toBe('Program');
  }));

type Step = (tenant: Tenant, world: Enrolled, serial: number) => Promise<unknown>;

const steps: Readonly<Record<string, Step>> = {
  kind: (tenant, { partnerId }, serial) => changePartner(tenant.as('owner'), partnerId, { attributes: { serial } }),
  state: (tenant, { enrollmentId }, serial) =>
    changeEnrollmentState(tenant.as('owner'), enrollmentId, {
      state: (['paused', 'active', 'ended'] as const)[serial % 3] ?? 'active',
    }),
  announced: (tenant, { enrollmentId }, serial) =>
    changeEnrollmentState(tenant.as('owner'), enrollmentId, {
      state: serial % 2 === 0 ? 'paused' : 'active',
      from: tenant.now + DAY,
    }),
  plan: (tenant, { enrollmentId, planId }, serial) =>
    changeEnrollmentPlan(tenant.as('owner'), enrollmentId, { planId: serial % 2 === 0 ? planId : null }),
  certificate: (tenant, { partnerId }, serial) =>
    issueCertificate(tenant.as('owner'), partnerId, { code: `c-${serial}`, from: tenant.now - 30 * DAY }),
  link: async (tenant, { enrollmentId }, serial) => {
    const { id } = await createLink(tenant.as('owner'), { enrollmentId }, BASE);
    if (serial % 2 === 0) await endLink(tenant.as('owner'), uuidOf('lnk', id), BASE);
  },
  coupon: async (tenant, { enrollmentId }, serial) => {
    const { id } = await createCoupon(tenant.as('owner'), { enrollmentId, code: `coupon-${serial}` });
    if (serial % 2 === 0) await endCoupon(tenant.as('owner'), uuidOf('cpn', id));
  },
  version: async (tenant, { planId }, serial) => {
    await draftVersion(tenant.as('owner'), planId, { document: { ...simplePlan, noticeDays: 0, holdDays: serial } });
    await publishPlan(tenant.as('owner'), planId, atOnce);
  },
};

/** Everything counting could find about these instants with what was known at `knownAt`. */
function view(terms: Terms, { planId, enrollmentId }: Enrolled, instants: readonly number[], knownAt: number): unknown {
  const enrollment = terms.enrollments.get(enrollmentId);
  const [program] = terms.programs.values();
  if (enrollment === undefined || program === undefined) throw new Error('the terms lack what was made first');
  return {
    certificates: enrollment.certificates.filter(({ recordedAt }) => recordedAt <= knownAt),
    at: instants.map((at) => ({
      state: valueAt(enrollment.states, at, knownAt),
      planId: valueAt(enrollment.planIds, at, knownAt),
      partner: valueAt(enrollment.partner, at, knownAt),
      version: planVersionAt(program, planId, at, knownAt)?.number,
      codes: [...terms.codes].flatMap(([code, owners]) => ownerOf(code, valueAt(owners, at, knownAt))),
      coupons: [...terms.coupons].flatMap(([code, owners]) => ownerOf(code, valueAt(owners, at, knownAt))),
    })),
  };
}

function ownerOf(code: string, owner: unknown): readonly [string, unknown][] {
  return owner === undefined ? [] : [[code, owner]];
}

it('never changes what was known at an earlier instant', async () => {
  const script = fc.array(fc.constantFrom(...Object.keys(steps)), { minLength: 2, maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(script, (names) =>
      inRollback(async (db) => {
        const tenant = await openTenant(db);
        const world = await enrolled(tenant);
        const seen: { knownAt: number; instants: number[]; view: unknown }[] = [];
        for (const [serial, name] of names.entries()) {
          const knownAt = await lastRecordedAt(tenant);
          const instants = [knownAt - 40 * DAY, knownAt - 1, knownAt, knownAt + 1, knownAt + 2 * DAY];
          seen.push({ knownAt, instants, view: view(await termsOf(tenant), world, instants, knownAt) });
          // A step that makes no sense in its place is refused, which changes nothing either.
          await steps[name]?.(tenant, world, serial).catch(ignoreRefusal);
          if (serial % 3 === 0) tenant.now += DAY / 2;
        }
        const terms = await termsOf(tenant);
        for (const earlier of seen) expect(view(terms, world, earlier.instants, earlier.knownAt)).toEqual(earlier.view);
      }),
    ),
    { numRuns: 12 },
  );
});

async function lastRecordedAt(tenant: Tenant): Promise<number> {
  const [head] = await tenant.read((tx) =>
    tx.query<{ recorded_at: number }>('select recorded_at from fact_head where workspace_id = $1', [tenant.workspaceId]),
  );
  return head?.recorded_at ?? 0;
}

function ignoreRefusal(error: unknown): void {
  if (!(error instanceof Error) || error.name !== 'Refusal') throw error;
}
