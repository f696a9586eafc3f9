import { expect, it } from 'vitest';
import { inRollback } from '../../../../test/database.ts';
import { openTenant, refusalOf } from '../../../../test/tenant.ts';
import { addPartner, addProgram, enrollIn, simplePlan, uuidOf } from '../../../../test/terms.ts';
import { changeEnrollmentPlan, createPlan, getEnrollment } from '../index.ts';

it('gives an own plan from an instant on, and takes it back', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const program = await addProgram(tenant);
    const enrollment = await enrollIn(tenant, program, await addPartner(tenant));
    const id = uuidOf('enr', enrollment.id);
    const gold = await createPlan(tenant.as('owner'), uuidOf('prg', program.id), { name: 'Gold', document: simplePlan });
    const planId = uuidOf('pln', gold.id);

    tenant.now += 1000;
    expect((await changeEnrollmentPlan(tenant.as('owner'), id, { planId })).planId).toBe(gold.id);
    const from = tenant.now + 1_000_000;
    expect((await changeEnrollmentPlan(tenant.as('owner'), id, { planId: null, from })).planId).toBe(gold.id);
    tenant.now = from;
    const detail = await getEnrollment(tenant.as('owner'), id);
    expect(detail.planId).toBeNull();
    expect(detail.plans.map((entry) => entry.planId)).toEqual([null, gold.id, null]);
    const early = await refusalOf(() => changeEnrollmentPlan(tenant.as('owner'), id, { planId, from: from - 1 }));
    expect(early).toMatchObject({ code: 'conflict', fields: [{ path: 'from' }] });
  }));

it('refuses the plan of another program', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const [program, other] = [await addProgram(tenant, 'One'), await addProgram(tenant, 'Two')];
    const id = uuidOf('enr', (await enrollIn(tenant, program, await addPartner(tenant))).id);
    const change = () => changeEnrollmentPlan(tenant.as('owner'), id, { planId: uuidOf('pln', other.planId) });
    expect((await refusalOf(change)).code).toBe('unknown_reference');
  }));
