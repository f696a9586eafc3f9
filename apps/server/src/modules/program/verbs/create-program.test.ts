import { expect, it } from 'vitest';
import { inRollback } from '../../../../test/database.ts';
import { openTenant, refusalOf } from '../../../../test/tenant.ts';
import { addProgram, parsed, simplePlan, uuidOf } from '../../../../test/terms.ts';
import { programRoutes } from '@cordee/contract/program';
import { changeProgram, createPlan, draftVersion, getPlan, replaceDraft } from '../index.ts';
import { getProgram } from '../queries/get-program.ts';
import { listPlans } from '../queries/list-plans.ts';
import { listPrograms } from '../queries/list-programs.ts';

const firstPage = parsed(programRoutes.listPrograms.query, {});

it('opens a program with a default plan, as a draft', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const program = await addProgram(tenant, 'Amis de la maison');
    expect(program).toMatchObject({
      slug: 'amis-de-la-maison',
      cookie: 'never',
      gpc: 'respect',
      precedence: 100,
      maskCustomers: true,
    });
    expect(await getProgram(tenant.as('finance'), uuidOf('prg', program.id))).toMatchObject(program);
    const plan = await getPlan(tenant.as('viewer'), uuidOf('pln', program.planId));
    expect(plan).toMatchObject({
      default: true,
      programId: program.id,
      versions: [{ number: 1, state: 'draft', publishedAt: null }],
    });
    expect(plan.versions[0]?.document).toEqual(simplePlan);
    expect((await refusalOf(() => getProgram(tenant.as('partner', tenant.workspaceId), uuidOf('prg', program.id)))).code).toBe(
      'forbidden',
    );
  }));

it('starts from a template, in the currency of the workspace', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const program = await addProgram(tenant, 'Resellers', { plan: undefined, template: 'reseller' });
    const plan = await getPlan(tenant.as('owner'), uuidOf('pln', program.planId));
    expect(plan.versions[0]?.document.attribution.model.kind).toBe('priority');
    expect(plan.versions[0]?.clauses.fr.length).toBeGreaterThan(5);
  }));

it('makes slugs that are free, and refuses a wished one that is taken', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    await addProgram(tenant, 'Amis');
    expect((await addProgram(tenant, 'Amis')).slug).toBe('amis-2');
    const refusal = await refusalOf(() => addProgram(tenant, 'Other', { slug: 'amis' }));
    expect(refusal).toMatchObject({ code: 'already_exists', fields: [{ path: 'slug', example: 'amis-3' }] });
    const { items, nextCursor } = await listPrograms(tenant.as('viewer'), { ...firstPage, limit: 1 });
    const rest = await listPrograms(tenant.as('viewer'), { ...firstPage, cursor: nextCursor ?? '' });
    expect([...items, ...rest.items].map(({ slug }) => slug)).toEqual(['amis-2', 'amis']);
  }));

it('refuses a plan that contradicts itself, and writes nothing', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const plan = { ...simplePlan, rules: [...simplePlan.rules, ...simplePlan.rules] };
    const refusal = await refusalOf(() => addProgram(tenant, 'Twice', { plan }));
    expect(refusal.code).toBe('plan_invalid');
    expect(refusal.fields[0]?.path).toMatch(/^plan\.rules\[1\]/);
    expect((await listPrograms(tenant.as('viewer'), firstPage)).items).toEqual([]);
  }));

it('changes settings, not what was counted by', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const program = await addProgram(tenant, 'Amis');
    await addProgram(tenant, 'Autres');
    const id = uuidOf('prg', program.id);
    const changes = { name: 'Amis fidèles', cookie: 'set', cookieDays: 30, destinationUrl: 'https://www.shop.example/' } as const;
    expect(await changeProgram(tenant.as('manager'), id, changes)).toEqual({ ...program, ...changes });
    expect((await refusalOf(() => changeProgram(tenant.as('owner'), id, { slug: 'autres' }))).code).toBe('already_exists');
    expect(() => parsed(programRoutes.changeProgram.body, { precedence: 1 })).toThrow();
  }));

it('takes more plans, each with one draft at a time', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const program = await addProgram(tenant);
    const plan = await createPlan(tenant.as('owner'), uuidOf('prg', program.id), { name: 'Gold', document: simplePlan });
    expect(plan).toMatchObject({ name: 'Gold', default: false, versions: [{ number: 1, state: 'draft' }] });
    const planId = uuidOf('pln', plan.id);
    const second = await refusalOf(() => draftVersion(tenant.as('owner'), planId, { document: simplePlan }));
    expect(second.code).toBe('conflict');
    const versionId = uuidOf('plv', plan.versions[0]?.id ?? '');
    const replaced = await replaceDraft(tenant.as('owner'), versionId, { document: { ...simplePlan, holdDays: 7 } });
    expect(replaced).toMatchObject({ id: plan.versions[0]?.id, number: 1, document: { holdDays: 7 } });
    const listed = await listPlans(tenant.as('viewer'), uuidOf('prg', program.id), firstPage);
    expect(listed.items.map(({ name, default: main }) => [name, main])).toEqual([
      ['Amis de la maison', true],
      ['Gold', false],
    ]);
  }));
