import { planRoutes } from '@cordee/contract/plan';
import { expect, it } from 'vitest';
import { inRollback } from '../../../../test/database.ts';
import { openTenant, refusalOf, type Tenant } from '../../../../test/tenant.ts';
import { addPartner, addProgram, atOnce, enrollIn, parsed, simplePlan, uuidOf } from '../../../../test/terms.ts';
import { changeEnrollmentPlan, createPlan, draftVersion, publishPlan } from '../index.ts';
import { changeProgramTerms } from '../verbs/change-program-terms.ts';
import { getTerms } from './get-terms.ts';

const DAY = 86_400_000;

async function publish(tenant: Tenant, planId: string, rate: string, rule: object = {}): Promise<string> {
  const document = { ...simplePlan, rules: [{ ...simplePlan.rules[0], reward: { kind: 'percent', rate }, ...rule }] };
  const body = parsed(planRoutes.draftVersion.body, { document });
  await draftVersion(tenant.as('owner'), planId, body);
  return (await publishPlan(tenant.as('owner'), planId, atOnce)).effectiveAt ?? '';
}

it('states the clauses in force, in the language of the reader, and each announced change with its date', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const program = await addProgram(tenant);
    const partner = await addPartner(tenant);
    const partnerId = uuidOf('prt', partner.id);
    const planId = uuidOf('pln', program.planId);
    const enrollment = await enrollIn(tenant, program, partner);
    const reading = tenant.as('partner', partnerId);
    const [unpublished] = await getTerms(reading, partnerId);
    expect(unpublished).toMatchObject({ current: null, coming: [], program: { name: program.name, hosts: ['shop.example'] } });

    await publishPlan(tenant.as('owner'), planId, atOnce);
    tenant.now += DAY;
    const from = await publish(tenant, planId, '12%');
    const [english] = await getTerms(reading, partnerId);
    expect(english).toMatchObject({ enrollment: { id: enrollment.id }, current: { version: 1 }, coming: [{ version: 2, from }] });
    expect(english?.current?.clauses.map(({ text }) => text).join(' ')).toContain('10%');
    expect(english?.coming[0]?.clauses.map(({ text }) => text).join(' ')).toContain('12%');
    const [french] = await getTerms({ ...reading, language: 'fr' }, partnerId);
    expect(french?.current?.clauses.map(({ text }) => text).join(' ')).toMatch(/10\s%/);

    tenant.now = Date.parse(from);
    expect((await getTerms(reading, partnerId))[0]).toMatchObject({ current: { version: 2, from }, coming: [] });
  }));

it('follows a plan of its own, also one that begins later', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const program = await addProgram(tenant);
    await publishPlan(tenant.as('owner'), uuidOf('pln', program.planId), atOnce);
    const partner = await addPartner(tenant);
    const partnerId = uuidOf('prt', partner.id);
    const enrollment = await enrollIn(tenant, program, partner);
    const body = parsed(planRoutes.createPlan.body, { name: 'Gold', document: simplePlan });
    const gold = await createPlan(tenant.as('owner'), uuidOf('prg', program.id), body);
    await publishPlan(tenant.as('owner'), uuidOf('pln', gold.id), atOnce);
    const begins = tenant.now + 10 * DAY;
    await changeEnrollmentPlan(tenant.as('owner'), uuidOf('enr', enrollment.id), {
      planId: uuidOf('pln', gold.id),
      from: begins,
    });
    const [before] = await getTerms(tenant.as('owner'), partnerId);
    const from = new Date(begins).toISOString();
    expect(before).toMatchObject({ current: { planId: program.planId }, coming: [{ planId: gold.id, planName: 'Gold', from }] });
    tenant.now = begins + DAY;
    expect((await getTerms(tenant.as('owner'), partnerId))[0]).toMatchObject({ current: { planId: gold.id, from }, coming: [] });
  }));

it('follows another default plan of the program, announced before it begins', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const program = await addProgram(tenant);
    const [programId, owner] = [uuidOf('prg', program.id), tenant.as('owner')];
    await publishPlan(owner, uuidOf('pln', program.planId), atOnce);
    const partner = await addPartner(tenant);
    await enrollIn(tenant, program, partner);
    const partnerId = uuidOf('prt', partner.id);
    const gold = await createPlan(owner, programId, parsed(planRoutes.createPlan.body, { name: 'Gold', document: simplePlan }));
    await publishPlan(owner, uuidOf('pln', gold.id), atOnce);
    const { terms } = await changeProgramTerms(owner, programId, { planId: uuidOf('pln', gold.id) });
    const from = terms.at(-1)?.from ?? '';
    const reading = tenant.as('partner', partnerId);
    const [before] = await getTerms(reading, partnerId);
    expect(before).toMatchObject({ current: { planId: program.planId }, coming: [{ planId: gold.id, planName: 'Gold', from }] });
    tenant.now = Date.parse(from);
    expect((await getTerms(reading, partnerId))[0]).toMatchObject({ current: { planId: gold.id, from }, coming: [] });
  }));

it('names no other partner, and tells another partner nothing', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const program = await addProgram(tenant);
    const planId = uuidOf('pln', program.planId);
    const [mine, other] = [await addPartner(tenant, 'Mine'), await addPartner(tenant, 'Secret & Co')];
    await publishPlan(tenant.as('owner'), planId, atOnce);
    tenant.now += DAY;
    await publish(tenant, planId, '12%', { when: { field: 'partner.id', op: 'in', value: [mine.id, other.id] } });
    await enrollIn(tenant, program, mine);
    const partnerId = uuidOf('prt', mine.id);
    const text = JSON.stringify(await getTerms(tenant.as('partner', partnerId), partnerId));
    expect(text).toContain('Mine');
    expect(text).toContain('another partner');
    expect(text).not.toContain('Secret');
    expect(text).not.toContain(other.id);
    const stranger = tenant.as('partner', uuidOf('prt', other.id));
    expect((await refusalOf(() => getTerms(stranger, partnerId))).code).toBe('not_found');
  }));
