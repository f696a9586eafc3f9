import { expect, it } from 'vitest';
import { inRollback } from '../../../../test/database.ts';
import { openTenant, refusalOf } from '../../../../test/tenant.ts';
import { addPartner, addProgram, enrollIn, parsed, simplePlan, uuidOf } from '../../../../test/terms.ts';
import { enrollmentRoutes } from '@cordee/contract/enrollment';
import { archivePartner, changeEnrollmentState, createPlan, enroll, getEnrollment, type Referral } from '../index.ts';

const unknown = '01890a5d-ac96-774b-bcce-b302099a8057';

it('enrolls at once, under the plan of the program', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const [program, partner] = [await addProgram(tenant), await addPartner(tenant)];
    const enrollment = await enrollIn(tenant, program, partner);
    expect(enrollment).toMatchObject({
      programId: program.id,
      partnerId: partner.id,
      planId: null,
      state: 'active',
      announced: null,
      uplineEnrollmentId: null,
    });
    expect(enrollment.stateFrom).toBe(enrollment.createdAt);
    const detail = await getEnrollment(tenant.as('viewer'), uuidOf('enr', enrollment.id));
    expect(detail).toMatchObject({ ...enrollment, states: [{ state: 'active' }], plans: [{ planId: null }] });
  }));

it('may start in the past, wait, and have its own plan', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const [program, partner] = [await addProgram(tenant), await addPartner(tenant)];
    const plan = await createPlan(tenant.as('owner'), uuidOf('prg', program.id), { name: 'Gold', document: simplePlan });
    const changes = { planId: plan.id, state: 'pending', from: '2025-03-01T00:00:00Z' };
    expect(await enrollIn(tenant, program, partner, changes)).toMatchObject({
      planId: plan.id,
      state: 'pending',
      stateFrom: '2025-03-01T00:00:00.000Z',
    });
  }));

it('says every id it does not know', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const input = {
      programId: unknown,
      partnerId: unknown,
      planId: unknown,
      uplineEnrollmentId: unknown,
      state: 'active',
    } as const;
    const refusal = await refusalOf(() => enroll(tenant.as('owner'), input));
    expect(refusal.code).toBe('unknown_reference');
    expect(refusal.fields.map(({ path }) => path)).toEqual(['programId', 'partnerId', 'planId', 'uplineEnrollmentId']);
  }));

it('refuses the plan and the upline of another program', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const [program, other] = [await addProgram(tenant, 'One'), await addProgram(tenant, 'Two')];
    const above = await enrollIn(tenant, other, await addPartner(tenant, 'Above'));
    const partner = await addPartner(tenant, 'Below');
    for (const changes of [{ planId: other.planId }, { uplineEnrollmentId: above.id }]) {
      expect((await refusalOf(() => enrollIn(tenant, program, partner, changes))).code).toBe('unknown_reference');
    }
  }));

it('refuses a second enrollment, an archived partner, and a partner in its own upline', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const [program, ana, bea] = [await addProgram(tenant), await addPartner(tenant, 'Ana'), await addPartner(tenant, 'Bea')];
    const first = await enrollIn(tenant, program, ana);
    const again = await refusalOf(() => enrollIn(tenant, program, ana));
    expect(again.code).toBe('already_exists');
    expect(again.fields[0]?.message.en).toContain(first.id);
    const second = await enrollIn(tenant, program, bea, { uplineEnrollmentId: first.id });
    const cycle = await refusalOf(() => enrollIn(tenant, program, ana, { uplineEnrollmentId: second.id }));
    expect(cycle.code).toBe('upline_cycle');
    const gone = await addPartner(tenant, 'Gone');
    await archivePartner(tenant.as('owner'), uuidOf('prt', gone.id));
    expect((await refusalOf(() => enrollIn(tenant, program, gone))).code).toBe('conflict');
  }));

it('tells once of a partner brought in: when it first becomes active', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const program = await addProgram(tenant);
    const above = await enrollIn(tenant, program, await addPartner(tenant, 'Above'));
    const told: Referral[] = [];
    const onReferral = async (_tx: unknown, _context: unknown, referral: Referral) => void told.push(referral);
    const body = { programId: program.id, partnerId: (await addPartner(tenant, 'Below')).id, uplineEnrollmentId: above.id };
    const input = parsed(enrollmentRoutes.enroll.body, { ...body, state: 'pending' });
    const enrollmentId = uuidOf('enr', (await enroll(tenant.as('owner'), input, onReferral)).id);
    expect(told).toEqual([]);
    for (const state of ['active', 'paused', 'active'] as const) {
      tenant.now += 1000;
      await changeEnrollmentState(tenant.as('owner'), enrollmentId, { state }, onReferral);
    }
    expect(told).toMatchObject([{ enrollmentId, uplineEnrollmentId: uuidOf('enr', above.id) }]);
  }));
