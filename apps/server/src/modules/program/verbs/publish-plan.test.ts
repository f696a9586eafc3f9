import type { Program } from '@cordee/contract/program';
import { encodeId } from '@cordee/core/ids';
import { addDays, formatInstant } from '@cordee/core/time';
import { expect, it } from 'vitest';
import { inRollback } from '../../../../test/database.ts';
import { auditOf, openTenant, refusalOf, type Tenant } from '../../../../test/tenant.ts';
import { addPartner, addProgram, atOnce, simplePlan, uuidOf } from '../../../../test/terms.ts';
import { draftVersion, getPlan, publishPlan, replaceDraft } from '../index.ts';
import { loadTerms } from '../queries/load-terms.ts';

const DAY = 86_400_000;

function planOf(program: Program): string {
  return uuidOf('pln', program.planId);
}

async function addPublished(tenant: Tenant, noticeDays = 30): Promise<string> {
  const planId = planOf(await addProgram(tenant, 'Program', { plan: { ...simplePlan, noticeDays } }));
  await publishPlan(tenant.as('owner'), planId, atOnce);
  return planId;
}

it('puts the first version in force at once, and answers with the clauses in both languages', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const planId = planOf(await addProgram(tenant));
    const version = await publishPlan(tenant.as('manager'), planId, atOnce);
    expect(version).toMatchObject({ number: 1, state: 'in_force' });
    expect(version.effectiveAt).toBe(version.publishedAt);
    expect(version.clauses.fr).toHaveLength(version.clauses.en.length);
    expect(version.clauses.en[0]).toMatchObject({ number: '1', ruleId: 'sales' });
    expect(version.clauses.fr[0]?.text).not.toBe(version.clauses.en[0]?.text);
    const terms = await tenant.read((tx) => loadTerms(tx, tenant.workspaceId));
    expect([...terms.programs.values()][0]?.plans.get(planId)).toMatchObject([{ number: 1, document: simplePlan }]);
  }));

it('lets the first version, and no other, take effect in the past', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const planId = planOf(await addProgram(tenant));
    const effectiveAt = Date.UTC(2025, 0, 1);
    expect((await publishPlan(tenant.as('owner'), planId, { effectiveAt })).effectiveAt).toBe(formatInstant(effectiveAt));
    await draftVersion(tenant.as('owner'), planId, { document: { ...simplePlan, noticeDays: 0 } });
    const refusal = await refusalOf(() => publishPlan(tenant.as('owner'), planId, { effectiveAt: effectiveAt + DAY }));
    expect(refusal.code).toBe('notice_too_short');
  }));

it('holds the notice of the version in force, in days of the workspace, and says the earliest instant', () =>
  inRollback(async (db) => {
    // 30 days across the last Sunday of March are an hour short.
    const tenant = await openTenant(db, { now: Date.UTC(2026, 2, 10, 9) });
    const planId = await addPublished(tenant, 30);
    await draftVersion(tenant.as('owner'), planId, { document: { ...simplePlan, noticeDays: 0 } });
    const early = await refusalOf(() => publishPlan(tenant.as('owner'), planId, { effectiveAt: tenant.now + 29 * DAY }));
    expect(early.code).toBe('notice_too_short');
    const earliest = String(early.fields[0]?.example);

    const version = await publishPlan(tenant.as('owner'), planId, atOnce);
    expect(version.state).toBe('announced');
    const publishedAt = Date.parse(version.publishedAt ?? '');
    expect(Date.parse(version.effectiveAt ?? '')).toBe(addDays(publishedAt, 30, 'Europe/Paris'));
    expect(Date.parse(version.effectiveAt ?? '') - publishedAt).toBe(30 * DAY - 3_600_000);
    expect(Math.abs(Date.parse(earliest) - Date.parse(version.effectiveAt ?? ''))).toBeLessThan(10);
  }));

it('refuses a version that would not come after one already announced', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const planId = await addPublished(tenant, 10);
    await draftVersion(tenant.as('owner'), planId, { document: simplePlan });
    const announced = await publishPlan(tenant.as('owner'), planId, { effectiveAt: tenant.now + 100 * DAY });
    await draftVersion(tenant.as('owner'), planId, { document: simplePlan });
    for (const wish of [atOnce, { effectiveAt: Date.parse(announced.effectiveAt ?? '') }]) {
      const refusal = await refusalOf(() => publishPlan(tenant.as('owner'), planId, wish));
      expect(refusal).toMatchObject({ code: 'conflict', fields: [{ path: 'effectiveAt' }] });
    }
    const next = { effectiveAt: Date.parse(announced.effectiveAt ?? '') + 1 };
    expect((await publishPlan(tenant.as('owner'), planId, next)).number).toBe(3);
  }));

it('never publishes twice, never edits what is published', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const planId = planOf(await addProgram(tenant));
    const version = await publishPlan(tenant.as('owner'), planId, { version: 1 });
    expect((await refusalOf(() => publishPlan(tenant.as('owner'), planId, atOnce))).code).toBe('plan_published');
    const edit = () => replaceDraft(tenant.as('owner'), uuidOf('plv', version.id), { document: { ...simplePlan, holdDays: 1 } });
    expect((await refusalOf(edit)).code).toBe('plan_published');
    await draftVersion(tenant.as('owner'), planId, { document: simplePlan });
    expect((await refusalOf(() => publishPlan(tenant.as('owner'), planId, { version: 1 }))).code).toBe('plan_published');
    expect((await refusalOf(() => publishPlan(tenant.as('owner'), planId, { version: 7 }))).code).toBe('conflict');
    expect((await getPlan(tenant.as('viewer'), planId)).versions.map(({ state }) => state)).toEqual(['in_force', 'draft']);
  }));

it('refuses the database itself to touch a published version', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const version = await publishPlan(tenant.as('owner'), planOf(await addProgram(tenant)), atOnce);
    const touched = await tenant.read((tx) =>
      tx.query(`update plan_version set document = '{}' where workspace_id = $1 and id = $2 returning id`, [
        tenant.workspaceId,
        uuidOf('plv', version.id),
      ]),
    );
    expect(touched).toEqual([]);
  }));

it('checks the plan again when it is published: faults by field, and partners that do not exist', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const planId = planOf(await addProgram(tenant));
    const stranger = '01890a5d-ac96-774b-bcce-b302099a8057';
    const agreed = { kind: 'agreed', shares: [{ partnerId: stranger, share: '100%' }] };
    const spoil = (document: object) =>
      tenant.read((tx) =>
        tx.query('update plan_version set document = $2 where workspace_id = $1 and published_at is null', [
          tenant.workspaceId,
          JSON.stringify(document),
        ]),
      );
    await spoil({ ...simplePlan, attribution: { ...simplePlan.attribution, model: agreed } });
    const unknown = await refusalOf(() => publishPlan(tenant.as('owner'), planId, atOnce));
    expect(unknown).toMatchObject({
      code: 'unknown_reference',
      fields: [{ path: 'document.attribution.model.shares[0].partnerId' }],
    });
    expect(unknown.fields[0]?.message.fr).toContain(encodeId('prt', stranger));

    await spoil({ ...simplePlan, rules: [...simplePlan.rules, ...simplePlan.rules] });
    const invalid = await refusalOf(() => publishPlan(tenant.as('owner'), planId, atOnce));
    expect(invalid.code).toBe('plan_invalid');
    expect(invalid.fields[0]?.path).toMatch(/^document\.rules\[1\]/);
    expect((await auditOf(tenant)).map(({ action }) => action)).not.toContain('plan.published');
  }));

it('calls partners by name in the clauses, and by typed id in the document', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const partner = await addPartner(tenant, 'Atelier Lumière');
    const model = { kind: 'agreed', shares: [{ partnerId: partner.id, share: '100%' }] };
    const when = { field: 'partner.id', op: 'eq', value: partner.id };
    const plan = {
      ...simplePlan,
      attribution: { ...simplePlan.attribution, model },
      rules: [{ id: 'sales', on: 'sale', reward: { kind: 'percent', rate: '10%' }, when }],
    };
    const version = await publishPlan(tenant.as('owner'), planOf(await addProgram(tenant, 'Agreed', { plan })), atOnce);
    expect(version.document).toEqual(plan);
    const clauses = version.clauses.fr.map(({ text }) => text).join('\n');
    expect(clauses).toContain(`Atelier Lumière (${partner.id})`);
  }));
