import { expect, it } from 'vitest';
import { inRollback } from '../../../../test/database.ts';
import { openTenant, refusalOf } from '../../../../test/tenant.ts';
import { addPartner, uuidOf } from '../../../../test/terms.ts';
import { getPartner, issueCertificate, loadPartnerTerms } from '../index.ts';

it('is held from its start to its end, and counting sees it', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const partnerId = uuidOf('prt', (await addPartner(tenant)).id);
    const from = Date.UTC(2025, 5, 1);
    const to = Date.UTC(2026, 5, 1);
    const certificate = await issueCertificate(tenant.as('manager'), partnerId, { code: 'product-basics', from, to });
    expect(certificate).toMatchObject({
      code: 'product-basics',
      from: '2025-06-01T00:00:00.000Z',
      to: '2026-06-01T00:00:00.000Z',
    });
    expect((await getPartner(tenant.as('viewer'), partnerId)).certificates).toEqual([certificate]);
    const { certificates } = await tenant.read((tx) => loadPartnerTerms(tx, tenant.workspaceId));
    expect(certificates.get(partnerId)).toMatchObject([{ code: 'product-basics', from, to }]);
  }));

it('refuses an end that is not after the start', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const partnerId = uuidOf('prt', (await addPartner(tenant)).id);
    const refusal = await refusalOf(() => issueCertificate(tenant.as('owner'), partnerId, { code: 'x', to: tenant.now }));
    expect(refusal).toMatchObject({ code: 'invalid_request', fields: [{ path: 'to' }] });
  }));
