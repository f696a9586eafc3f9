import type { ChangePartner } from '@cordee/contract/partner';
import { expect, it } from 'vitest';
import { inRollback } from '../../../../test/database.ts';
import { auditOf, openTenant, refusalOf } from '../../../../test/tenant.ts';
import { addPartner, uuidOf } from '../../../../test/terms.ts';
import { changePartner, loadPartnerTerms } from '../index.ts';

it('changes what is given, empties what is null, and keeps the rest', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const partner = await addPartner(tenant, 'Ana', { country: 'FR', externalId: 'a' });
    const changed = await changePartner(tenant.as('manager'), uuidOf('prt', partner.id), { name: 'Ana & fils', country: null });
    expect(changed).toEqual({ ...partner, name: 'Ana & fils', country: null });
    const audit = (await auditOf(tenant)).at(-1);
    expect(audit).toMatchObject({ action: 'partner.changed', before: { name: 'Ana' }, after: { name: 'Ana & fils' } });
  }));

it('adds to the history only what counting would see', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const { id } = await addPartner(tenant, 'Ana', { attributes: { tier: 'gold', region: 'west' } });
    const partnerId = uuidOf('prt', id);
    const history = async () => (await tenant.read((tx) => loadPartnerTerms(tx, tenant.workspaceId))).facts.get(partnerId) ?? [];
    await changePartner(tenant.as('owner'), partnerId, { name: 'Anna', attributes: { region: 'west', tier: 'gold' } });
    expect(await history()).toHaveLength(1);
    tenant.now += 60_000;
    await changePartner(tenant.as('owner'), partnerId, { kind: 'reseller' });
    expect((await history()).map(({ value }) => value.kind)).toEqual(['affiliate', 'reseller']);
    expect((await history())[1]?.from).toBeGreaterThanOrEqual(tenant.now);
  }));

it('keeps its own external id, and refuses that of another', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    await addPartner(tenant, 'Ana', { externalId: 'a' });
    const partnerId = uuidOf('prt', (await addPartner(tenant, 'Bea', { externalId: 'b' })).id);
    expect(await changePartner(tenant.as('owner'), partnerId, { externalId: 'b' })).toMatchObject({ externalId: 'b' });
    const refusal = await refusalOf(() => changePartner(tenant.as('owner'), partnerId, { externalId: 'a' }));
    expect(refusal.code).toBe('already_exists');
  }));

it('lets a partner change how it is called and written to, nothing that rules read, and nobody else', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const partner = await addPartner(tenant, 'Ana', { country: 'FR', tags: ['vip'] });
    const partnerId = uuidOf('prt', partner.id);
    const itself = tenant.as('partner', partnerId);
    const changed = await changePartner(itself, partnerId, { name: 'Ana & fils', email: 'ana@fils.example', language: 'en' });
    expect(changed).toMatchObject({ name: 'Ana & fils', email: 'ana@fils.example', language: 'en', stage: null, tags: [] });
    const theirs: ChangePartner[] = [{ kind: 'reseller' }, { country: 'DE' }, { attributes: { tier: 'gold' } }, { tags: [] }];
    for (const changes of theirs) {
      const refusal = await refusalOf(() => changePartner(itself, partnerId, { name: 'Other', ...changes }));
      expect(refusal).toMatchObject({ code: 'forbidden', fields: [{ path: Object.keys(changes)[0] }] });
    }
    const other = uuidOf('prt', (await addPartner(tenant, 'Bea')).id);
    expect((await refusalOf(() => changePartner(itself, other, { name: 'Mine' }))).code).toBe('not_found');
    expect((await refusalOf(() => changePartner(tenant.as('finance'), partnerId, { name: 'X' }))).code).toBe('forbidden');
  }));
