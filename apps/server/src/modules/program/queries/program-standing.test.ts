import type { ListEnrollments } from '@cordee/contract/enrollment';
import { expect, it } from 'vitest';
import { inRollback } from '../../../../test/database.ts';
import { openTenant } from '../../../../test/tenant.ts';
import { enrollIn, addPartner, addProgram, atOnce, simplePlan, uuidOf } from '../../../../test/terms.ts';
import { changeEnrollmentPlan, changeEnrollmentState, createPlan, draftVersion, listEnrollments, publishPlan } from '../index.ts';
import { getProgram } from './get-program.ts';
import { listPrograms } from './list-programs.ts';

const DAY = 86_400_000;

it('says where a program stands: draft, in force, what is announced and written, and its partners by state', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const program = await addProgram(tenant, 'Amis', { plan: { ...simplePlan, currency: 'CHF' } });
    const [programId, planId] = [uuidOf('prg', program.id), uuidOf('pln', program.planId)];
    const standing = () => getProgram(tenant.as('viewer'), programId);
    expect(await standing()).toMatchObject({ state: 'draft', currency: 'CHF', inForce: null, announced: null, draft: 1 });

    await publishPlan(tenant.as('owner'), planId, atOnce);
    await draftVersion(tenant.as('owner'), planId, { document: { ...simplePlan, currency: 'EUR' } });
    expect(await standing()).toMatchObject({ state: 'in_force', currency: 'CHF', inForce: { number: 1 }, draft: 2 });
    await publishPlan(tenant.as('owner'), planId, atOnce);
    expect(await standing()).toMatchObject({ currency: 'CHF', inForce: { number: 1 }, announced: { number: 2 }, draft: null });

    const states = ['active', 'active', 'pending', 'paused', 'ended'] as const;
    for (const [index, state] of states.entries()) {
      const partner = await addPartner(tenant, `Partner ${index}`);
      const enrollment = await enrollIn(tenant, program, partner, state === 'pending' ? { state } : {});
      const id = uuidOf('enr', enrollment.id);
      if (state === 'paused' || state === 'ended') await changeEnrollmentState(tenant.as('owner'), id, { state });
      // An end that is announced has not come.
      if (index === 1) await changeEnrollmentState(tenant.as('owner'), id, { state: 'ended', from: tenant.now + DAY });
    }
    expect((await standing()).partners).toEqual({ active: 2, pending: 1, paused: 1, ended: 1 });
    tenant.now += 31 * DAY;
    expect(await standing()).toMatchObject({ currency: 'EUR', inForce: { number: 2 }, announced: null });
    const list = await listPrograms(tenant.as('viewer'), { limit: 10 });
    expect(list.items).toEqual([await standing()]);
    expect(list.items[0]?.partners).toEqual({ active: 1, pending: 1, paused: 1, ended: 2 });
  }));

it('lists the enrollments a plan holds for: their own or the default one, without those that ended', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const program = await addProgram(tenant);
    const own = await createPlan(tenant.as('owner'), uuidOf('prg', program.id), { name: 'Gold', document: simplePlan });
    const enrollments: string[] = [];
    for (const name of ['By default', 'Own', 'Ended']) {
      enrollments.push((await enrollIn(tenant, program, await addPartner(tenant, name))).id);
    }
    const [byDefault, withOwn, ended] = enrollments as [string, string, string];
    await changeEnrollmentPlan(tenant.as('owner'), uuidOf('enr', withOwn), { planId: uuidOf('pln', own.id) });
    await changeEnrollmentState(tenant.as('owner'), uuidOf('enr', ended), { state: 'ended' });
    const under = async (planId: string, more: Partial<ListEnrollments> = {}) => {
      const page = await listEnrollments(tenant.as('owner'), { limit: 10, planId: uuidOf('pln', planId), ...more });
      return page.items.map(({ id }) => id);
    };
    expect(await under(program.planId)).toEqual([byDefault]);
    expect(await under(own.id)).toEqual([withOwn]);
    await changeEnrollmentPlan(tenant.as('owner'), uuidOf('enr', withOwn), { planId: null });
    expect(await under(program.planId, { limit: 1 })).toEqual([withOwn]);
    expect(await under(own.id)).toEqual([]);
  }));
