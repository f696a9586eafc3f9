import { expect, it } from 'vitest';
import { inRollback } from '../../../../test/database.ts';
import { auditOf, openTenant, refusalOf, type Tenant } from '../../../../test/tenant.ts';
import { addPartner, addProgram, enrollIn, uuidOf } from '../../../../test/terms.ts';
import { archivePartner, changeEnrollmentState, getEnrollment } from '../index.ts';

const DAY = 86_400_000;

async function enrolled(tenant: Tenant): Promise<{ id: string; partnerId: string }> {
  const { id, partnerId } = await enrollIn(tenant, await addProgram(tenant), await addPartner(tenant));
  return { id: uuidOf('enr', id), partnerId: uuidOf('prt', partnerId) };
}

it('pauses from now on, with a reason, and says so again without a trace', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const { id } = await enrolled(tenant);
    tenant.now += DAY;
    const paused = await changeEnrollmentState(tenant.as('manager'), id, { state: 'paused', reason: 'brand bidding' });
    expect(paused).toMatchObject({ state: 'paused', reason: 'brand bidding' });
    expect(Date.parse(paused.stateFrom)).toBeGreaterThanOrEqual(tenant.now);
    const count = (await auditOf(tenant)).length;
    expect(await changeEnrollmentState(tenant.as('manager'), id, { state: 'paused' })).toEqual(paused);
    expect(await auditOf(tenant)).toHaveLength(count);
  }));

it('announces a state to come, and takes it back by another from the same instant', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const { id } = await enrolled(tenant);
    const from = tenant.now + 10 * DAY;
    const announced = await changeEnrollmentState(tenant.as('owner'), id, { state: 'paused', from });
    expect(announced).toMatchObject({ state: 'active', announced: { state: 'paused', from: new Date(from).toISOString() } });
    const early = await refusalOf(() => changeEnrollmentState(tenant.as('owner'), id, { state: 'ended', from: from - 1 }));
    expect(early).toMatchObject({ code: 'conflict', fields: [{ path: 'from', example: new Date(from).toISOString() }] });
    const kept = await changeEnrollmentState(tenant.as('owner'), id, { state: 'active', from });
    expect(kept).toMatchObject({ state: 'active', announced: { state: 'active' } });
    tenant.now = from + DAY;
    expect(await getEnrollment(tenant.as('owner'), id)).toMatchObject({ state: 'active', announced: null });
  }));

it('refuses steps that make no sense', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const { id } = await enrolled(tenant);
    expect((await refusalOf(() => changeEnrollmentState(tenant.as('owner'), id, { state: 'pending' }))).code).toBe('conflict');
    tenant.now += 1000;
    await changeEnrollmentState(tenant.as('owner'), id, { state: 'ended' });
    expect((await refusalOf(() => changeEnrollmentState(tenant.as('owner'), id, { state: 'paused' }))).code).toBe('conflict');
  }));

it('ends with its partner, announced changes included', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const { id, partnerId } = await enrolled(tenant);
    await changeEnrollmentState(tenant.as('owner'), id, { state: 'paused', from: tenant.now + 10 * DAY });
    tenant.now += DAY;
    expect((await archivePartner(tenant.as('owner'), partnerId)).archivedAt).not.toBeNull();
    expect((await auditOf(tenant)).at(-1)?.action).toBe('partner.archived');
    expect((await getEnrollment(tenant.as('owner'), id)).state).toBe('ended');
    tenant.now += 30 * DAY;
    expect((await getEnrollment(tenant.as('owner'), id)).state).toBe('ended');
  }));
