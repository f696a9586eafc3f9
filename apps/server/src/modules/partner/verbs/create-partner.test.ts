import { expect, it } from 'vitest';
import { inRollback } from '../../../../test/database.ts';
import { auditOf, openTenant, refusalOf } from '../../../../test/tenant.ts';
import { addPartner, uuidOf } from '../../../../test/terms.ts';
import { emailHashOf } from '../../fact/index.ts';
import { getPartner, loadPartnerTerms } from '../index.ts';

it('adds a partner with the language of the workspace', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const partner = await addPartner(tenant, 'Atelier Lumière', {
      country: 'FR',
      externalId: 'crm-7',
      attributes: { tier: 'gold' },
    });
    expect(partner).toMatchObject({
      name: 'Atelier Lumière',
      kind: 'affiliate',
      country: 'FR',
      language: 'fr',
      externalId: 'crm-7',
      attributes: { tier: 'gold' },
      archivedAt: null,
    });
    expect(await getPartner(tenant.as('viewer'), uuidOf('prt', partner.id))).toEqual({ ...partner, certificates: [] });
  }));

it('knows the facts of a new partner for all times, and its e-mail only as a keyed hash', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const partner = await addPartner(tenant, 'Ana', { email: 'Ana@Example.com' });
    const { facts } = await tenant.read((tx) => loadPartnerTerms(tx, tenant.workspaceId));
    const [row] = await tenant.read((tx) =>
      tx.query<{ customer_key: Buffer }>('select customer_key from workspace where id = $1', [tenant.workspaceId]),
    );
    const [history] = facts.get(uuidOf('prt', partner.id)) ?? [];
    expect(history?.from).toBe(0);
    expect(history?.recordedAt).toBe(Date.parse(partner.createdAt));
    expect(history?.value.emailHashes).toEqual([emailHashOf(row?.customer_key ?? Buffer.alloc(0), 'ana@example.com')]);
    expect(JSON.stringify(await auditOf(tenant))).not.toContain('example.com');
  }));

it('refuses an external id that is taken, and names who has it', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    await addPartner(tenant, 'First', { externalId: 'crm-7' });
    const refusal = await refusalOf(() => addPartner(tenant, 'Second', { externalId: 'crm-7' }));
    expect(refusal.code).toBe('already_exists');
    expect(refusal.fields[0]?.message.en).toContain('First');
    const other = await openTenant(db);
    expect((await addPartner(other, 'Third', { externalId: 'crm-7' })).externalId).toBe('crm-7');
  }));
