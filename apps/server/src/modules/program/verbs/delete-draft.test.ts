import { expect, it } from 'vitest';
import { inRollback } from '../../../../test/database.ts';
import { auditOf, openTenant, refusalOf, type Tenant } from '../../../../test/tenant.ts';
import { addProgram, atOnce, simplePlan, uuidOf } from '../../../../test/terms.ts';
import { draftVersion, getPlan, publishPlan, replaceDraft } from '../index.ts';
import { deleteDraft } from './delete-draft.ts';

const written = (holdDays: number) => ({ ...simplePlan, noticeDays: 0, holdDays });

async function draftOf(tenant: Tenant): Promise<{ planId: string; draftId: string }> {
  const planId = uuidOf('pln', (await addProgram(tenant, 'Program', { plan: written(10) })).planId);
  await publishPlan(tenant.as('owner'), planId, atOnce);
  const draft = await draftVersion(tenant.as('owner'), planId, { document: written(20) });
  expect(draft.revision).toBe(1);
  return { planId, draftId: uuidOf('plv', draft.id) };
}

it('of two who write the same draft the second is told, and nothing of the first is lost', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const { planId, draftId } = await draftOf(tenant);
    const first = await replaceDraft(tenant.as('owner'), draftId, { document: written(30), expectedRevision: 1 });
    expect(first.revision).toBe(2);
    const refusal = await refusalOf(() =>
      replaceDraft(tenant.as('manager'), draftId, { document: written(40), expectedRevision: 1 }),
    );
    expect(refusal).toMatchObject({ code: 'conflict', fields: [{ path: 'expectedRevision', rule: 'revision', example: 2 }] });
    expect((await getPlan(tenant.as('owner'), planId)).versions.at(-1)).toMatchObject({
      revision: 2,
      document: { holdDays: 30 },
    });
    // Neither is what was not read deleted or published.
    expect((await refusalOf(() => deleteDraft(tenant.as('owner'), draftId, 1))).code).toBe('conflict');
    expect((await refusalOf(() => publishPlan(tenant.as('owner'), planId, { expectedRevision: 1 }))).code).toBe('conflict');
    // Whoever says nothing of a revision replaces what is there.
    expect((await replaceDraft(tenant.as('owner'), draftId, { document: written(50) })).revision).toBe(3);
    expect((await publishPlan(tenant.as('owner'), planId, { expectedRevision: 3 })).document.holdDays).toBe(50);
  }));

it('deletes a draft, which the audit trail keeps; the next one takes its number', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const { planId, draftId } = await draftOf(tenant);
    await deleteDraft(tenant.as('manager'), draftId, 1);
    expect((await getPlan(tenant.as('owner'), planId)).versions).toMatchObject([{ number: 1, state: 'in_force' }]);
    expect((await auditOf(tenant)).filter(({ action }) => action === 'plan.draft_deleted')).toMatchObject([
      { before: { number: 2, document: { holdDays: 20 } } },
    ]);
    expect((await refusalOf(() => deleteDraft(tenant.as('owner'), draftId, undefined))).code).toBe('not_found');
    expect((await draftVersion(tenant.as('owner'), planId, { document: written(5) })).number).toBe(2);
  }));

it('deletes neither what is published, nor the only version of a plan, nor for finance', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const { planId, draftId } = await draftOf(tenant);
    expect((await refusalOf(() => deleteDraft(tenant.as('finance'), draftId, undefined))).code).toBe('forbidden');
    await publishPlan(tenant.as('owner'), planId, atOnce);
    expect((await refusalOf(() => deleteDraft(tenant.as('owner'), draftId, undefined))).code).toBe('plan_published');
    const kept = await tenant.read((tx) =>
      tx.query<{ id: string }>('delete from plan_version where workspace_id = $1 and id = $2 returning id', [
        tenant.workspaceId,
        draftId,
      ]),
    );
    expect(kept).toEqual([]);
    const other = uuidOf('pln', (await addProgram(tenant, 'Other', { plan: written(10) })).planId);
    const [only] = (await getPlan(tenant.as('owner'), other)).versions;
    const refusal = await refusalOf(() => deleteDraft(tenant.as('owner'), uuidOf('plv', only?.id ?? ''), undefined));
    expect(refusal).toMatchObject({ code: 'conflict', fields: [{ rule: 'other_versions' }] });
  }));
