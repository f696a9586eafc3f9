import type { Partner } from '@cordee/contract/partner';
import { type Program, programRoutes } from '@cordee/contract/program';
import { describe, expect, it } from 'vitest';
import { inRollback } from '../../../test/database.ts';
import { auditOf, openTenant, refusalOf, type Tenant } from '../../../test/tenant.ts';
import { addPartner, addProgram, atOnce, enrollIn, parsed, simplePlan, uuidOf } from '../../../test/terms.ts';
import type { Context } from '../../platform/context.ts';
import { changePartner, createPartner, issueCertificate } from '../partner/index.ts';
import * as verbs from './index.ts';

/** A workspace with one of everything; ids as verbs take them. */
interface World {
  readonly program: Program;
  readonly partner: Partner;
  readonly programId: string;
  readonly partnerId: string;
  readonly newcomerId: string;
  readonly planId: string;
  readonly draftId: string;
  readonly publishedPlanId: string;
  readonly enrollmentId: string;
  readonly linkId: string;
  readonly couponId: string;
}

const BASE = 'http://localhost';

async function build(tenant: Tenant): Promise<World> {
  const owner = tenant.as('owner');
  const [program, partner, newcomer] = [await addProgram(tenant), await addPartner(tenant), await addPartner(tenant, 'Newcomer')];
  const enrollmentId = uuidOf('enr', (await enrollIn(tenant, program, partner)).id);
  const planId = uuidOf('pln', program.planId);
  const plan = await verbs.getPlan(owner, planId);
  const gold = await verbs.createPlan(owner, uuidOf('prg', program.id), { name: 'Gold', document: simplePlan });
  const publishedPlanId = uuidOf('pln', gold.id);
  await verbs.publishPlan(owner, publishedPlanId, atOnce);
  return {
    program,
    partner,
    programId: uuidOf('prg', program.id),
    partnerId: uuidOf('prt', partner.id),
    newcomerId: uuidOf('prt', newcomer.id),
    planId,
    publishedPlanId,
    draftId: uuidOf('plv', plan.versions[0]?.id ?? ''),
    enrollmentId,
    linkId: uuidOf('lnk', (await verbs.createLink(owner, { enrollmentId, code: 'first' }, BASE)).id),
    couponId: uuidOf('cpn', (await verbs.createCoupon(owner, { enrollmentId, code: 'first' })).id),
  };
}

interface Case {
  readonly run: (context: Context, world: World) => Promise<unknown>;
  readonly action: string;
  /** What another workspace is told about these ids; null when the input names none. */
  readonly elsewhere: 'not_found' | 'unknown_reference' | null;
}

const enrollInput = (world: World) => ({ programId: world.programId, partnerId: world.newcomerId, state: 'active' }) as const;
const programInput = parsed(programRoutes.createProgram.body, {
  name: 'New',
  destinationUrl: 'https://shop.example',
  plan: simplePlan,
});

const cases: Readonly<Record<string, Case>> = {
  createPartner: {
    run: (context) => createPartner(context, { name: 'New', kind: 'client' }),
    action: 'partner.created',
    elsewhere: null,
  },
  changePartner: {
    run: (context, { partnerId }) => changePartner(context, partnerId, { name: 'Renamed' }),
    action: 'partner.changed',
    elsewhere: 'not_found',
  },
  issueCertificate: {
    run: (context, { partnerId }) => issueCertificate(context, partnerId, { code: 'basics' }),
    action: 'partner.certified',
    elsewhere: 'not_found',
  },
  archivePartner: {
    run: (context, { partnerId }) => verbs.archivePartner(context, partnerId),
    action: 'partner.archived',
    elsewhere: 'not_found',
  },
  createProgram: { run: (context) => verbs.createProgram(context, programInput), action: 'program.created', elsewhere: null },
  changeProgram: {
    run: (context, { programId }) => verbs.changeProgram(context, programId, { name: 'Renamed' }),
    action: 'program.changed',
    elsewhere: 'not_found',
  },
  createPlan: {
    run: (context, { programId }) => verbs.createPlan(context, programId, { name: 'Gold', document: simplePlan }),
    action: 'plan.created',
    elsewhere: 'not_found',
  },
  draftVersion: {
    run: (context, { publishedPlanId }) => verbs.draftVersion(context, publishedPlanId, { document: simplePlan }),
    action: 'plan.drafted',
    elsewhere: 'not_found',
  },
  replaceDraft: {
    run: (context, { draftId }) => verbs.replaceDraft(context, draftId, { document: simplePlan }),
    action: 'plan.draft_replaced',
    elsewhere: 'not_found',
  },
  publishPlan: {
    run: (context, { planId }) => verbs.publishPlan(context, planId, atOnce),
    action: 'plan.published',
    elsewhere: 'not_found',
  },
  enroll: {
    run: (context, world) => verbs.enroll(context, enrollInput(world)),
    action: 'enrollment.created',
    elsewhere: 'unknown_reference',
  },
  changeEnrollmentState: {
    run: (context, { enrollmentId }) => verbs.changeEnrollmentState(context, enrollmentId, { state: 'paused' }),
    action: 'enrollment.paused',
    elsewhere: 'not_found',
  },
  changeEnrollmentPlan: {
    run: (context, { enrollmentId, planId }) => verbs.changeEnrollmentPlan(context, enrollmentId, { planId }),
    action: 'enrollment.plan_changed',
    elsewhere: 'not_found',
  },
  createLink: {
    run: (context, { enrollmentId }) => verbs.createLink(context, { enrollmentId, code: 'second' }, BASE),
    action: 'link.created',
    elsewhere: 'unknown_reference',
  },
  endLink: { run: (context, { linkId }) => verbs.endLink(context, linkId, BASE), action: 'link.ended', elsewhere: 'not_found' },
  createCoupon: {
    run: (context, { enrollmentId }) => verbs.createCoupon(context, { enrollmentId, code: 'second' }),
    action: 'coupon.created',
    elsewhere: 'unknown_reference',
  },
  endCoupon: {
    run: (context, { couponId }) => verbs.endCoupon(context, couponId),
    action: 'coupon.ended',
    elsewhere: 'not_found',
  },
};

describe.each(Object.entries(cases))('%s behaves like a write', (_, { run, action, elsewhere }) => {
  it('leaves one audit row with the typed id of what it wrote', () =>
    inRollback(async (db) => {
      const tenant = await openTenant(db);
      const world = await build(tenant);
      const before = (await auditOf(tenant)).length;
      await run(tenant.as('manager'), world);
      const rows = (await auditOf(tenant)).slice(before);
      expect(rows).toMatchObject([{ action }]);
      expect(rows[0]?.subject).toMatch(/^[a-z]{3}_[0-9a-z]{26}$/);
    }));

  it('is given back as it was when it is repeated under the same key', () =>
    inRollback(async (db) => {
      const tenant = await openTenant(db);
      const world = await build(tenant);
      const first = await run(tenant.repeating('key-1', {}), world);
      const count = (await auditOf(tenant)).length;
      tenant.now += 1000;
      expect(await run(tenant.repeating('key-1', {}), world)).toEqual(first);
      expect(await auditOf(tenant)).toHaveLength(count);
    }));

  it('is refused to those who only read, and to keys that may not write', () =>
    inRollback(async (db) => {
      const tenant = await openTenant(db);
      const world = await build(tenant);
      const before = await auditOf(tenant);
      const readers = [tenant.as('finance'), tenant.as('viewer'), tenant.withKey(['read']), tenant.withKey(['admin'], true)];
      for (const context of readers) expect((await refusalOf(async () => run(context, world))).code).toBe('forbidden');
      const partner = await refusalOf(async () => run(tenant.as('partner', world.newcomerId), world));
      // Some of it a partner may do for itself: of another's nothing is there.
      expect(['forbidden', 'unknown_reference', 'not_found']).toContain(partner.code);
      expect(await auditOf(tenant)).toEqual(before);
    }));

  it.runIf(elsewhere !== null)('knows nothing of another workspace', () =>
    inRollback(async (db) => {
      const tenant = await openTenant(db);
      const world = await build(tenant);
      const other = await openTenant(db);
      expect((await refusalOf(() => run(other.as('owner'), world))).code).toBe(elsewhere);
      expect(await auditOf(other)).toEqual([]);
    }),
  );
});
