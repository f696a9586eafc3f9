import { enrollmentRoutes } from '@cordee/contract/enrollment';
import { expect, it } from 'vitest';
import { inRollback } from '../../../../test/database.ts';
import { openTenant, refusalOf, type Tenant, type TenantOptions } from '../../../../test/tenant.ts';
import { addPartner, addProgram, enrollIn, parsed, uuidOf } from '../../../../test/terms.ts';
import type { Database } from '../../../platform/db/index.ts';
import { changeEnrollmentState, createLink, endLink, listLinks } from '../index.ts';
import { loadTerms } from '../queries/load-terms.ts';

const BASE = 'http://localhost:3000';

async function enrolled(
  db: Database,
  options: TenantOptions = {},
): Promise<{ tenant: Tenant; enrollmentId: string; partnerId: string }> {
  const tenant = await openTenant(db, options);
  const enrollment = await enrollIn(tenant, await addProgram(tenant), await addPartner(tenant, 'Atelier Lumière & fils'), {
    from: '2025-06-01T00:00:00Z',
  });
  return { tenant, enrollmentId: uuidOf('enr', enrollment.id), partnerId: uuidOf('prt', enrollment.partnerId) };
}

const everything = parsed(enrollmentRoutes.listLinks.query, {});

it('makes a code of the name, another one the next time, and keeps a typed one in its canonical form', () =>
  inRollback(async (db) => {
    const { tenant, enrollmentId } = await enrolled(db);
    const link = await createLink(tenant.as('owner'), { enrollmentId }, BASE);
    expect(link).toMatchObject({ code: 'atelier-lumiere-fils', destinationUrl: null, subId: null, endedAt: null });
    expect(link.url).toBe(`${BASE}/r/${tenant.slug}/atelier-lumiere-fils`);
    expect((await createLink(tenant.as('owner'), { enrollmentId }, BASE)).code).toBe('atelier-lumiere-fils-2');
    expect((await createLink(tenant.as('owner'), { enrollmentId, code: ' Été-2026! ' }, BASE)).code).toBe('ete-2026');
    expect((await listLinks(tenant.as('viewer'), everything, BASE)).items.map(({ code }) => code)).toEqual([
      'ete-2026',
      'atelier-lumiere-fils-2',
      'atelier-lumiere-fils',
    ]);
  }));

it('uses the host of the company when it has one', () =>
  inRollback(async (db) => {
    const { tenant, enrollmentId } = await enrolled(db, { trackingHosts: ['go.shop.example'] });
    expect((await createLink(tenant.as('owner'), { enrollmentId, code: 'ana' }, BASE)).url).toBe('https://go.shop.example/r/ana');
    expect((await createLink(tenant.as('owner'), { enrollmentId, code: 'bea' }, 'https://go.shop.example')).url).toBe(
      'https://go.shop.example/r/bea',
    );
  }));

it('refuses a code in use, ended ones too, and suggests a free one that is free indeed', () =>
  inRollback(async (db) => {
    const { tenant, enrollmentId } = await enrolled(db);
    const link = await createLink(tenant.as('owner'), { enrollmentId, code: 'ana' }, BASE);
    await endLink(tenant.as('owner'), uuidOf('lnk', link.id), BASE);
    const refusal = await refusalOf(() => createLink(tenant.as('owner'), { enrollmentId, code: 'ANA' }, BASE));
    expect(refusal).toMatchObject({ code: 'already_exists', fields: [{ path: 'code', example: 'ana-2' }] });
    expect((await createLink(tenant.as('owner'), { enrollmentId, code: 'ana-2' }, BASE)).code).toBe('ana-2');
    const slug = await refusalOf(() => createLink(tenant.as('owner'), { enrollmentId, code: tenant.slug }, BASE));
    expect(slug.code).toBe('already_exists');
    const nothing = await refusalOf(() => createLink(tenant.as('owner'), { enrollmentId, code: '!!' }, BASE));
    expect(nothing).toMatchObject({ code: 'invalid_request', fields: [{ path: 'code' }] });
  }));

it('never leads away from the hosts of program and workspace', () =>
  inRollback(async (db) => {
    const { tenant, enrollmentId } = await enrolled(db, { trackingHosts: ['acme.example'] });
    const to = (destinationUrl: string) => createLink(tenant.as('owner'), { enrollmentId, destinationUrl }, BASE);
    for (const url of ['https://shop.example/x', 'http://blog.shop.example:8080/?a=1#b', 'https://www.acme.example']) {
      expect((await to(url)).destinationUrl).toBe(url);
    }
    for (const url of [
      'https://evil.example/',
      'https://notshop.example/',
      'https://shop.example.evil.example/',
      'https://shop.example@evil.example/',
      'https://evil.example\\@shop.example/',
      'javascript:alert(1)',
      '//shop.example/x',
      '/relative',
    ]) {
      expect(await refusalOf(() => to(url))).toMatchObject({ code: 'invalid_request', fields: [{ path: 'destinationUrl' }] });
    }
  }));

it('lets a partner make and see links of its own, and no others', () =>
  inRollback(async (db) => {
    const { tenant, enrollmentId, partnerId } = await enrolled(db);
    const other = await addPartner(tenant, 'Other');
    const mine = await createLink(tenant.as('partner', partnerId), { enrollmentId, code: 'mine' }, BASE);
    const stranger = tenant.as('partner', uuidOf('prt', other.id));
    expect((await refusalOf(() => createLink(stranger, { enrollmentId }, BASE))).code).toBe('unknown_reference');
    expect((await listLinks(tenant.as('partner', partnerId), everything, BASE)).items).toEqual([mine]);
    expect((await listLinks(stranger, everything, BASE)).items).toEqual([]);
    expect((await listLinks(stranger, { ...everything, partnerId }, BASE)).items).toEqual([]);
  }));

it('lets a partner end a link of its own, and no other', () =>
  inRollback(async (db) => {
    const { tenant, enrollmentId, partnerId } = await enrolled(db);
    const link = await createLink(tenant.as('partner', partnerId), { enrollmentId, code: 'mine' }, BASE);
    const stranger = tenant.as('partner', uuidOf('prt', (await addPartner(tenant, 'Other')).id));
    const end = (as: typeof stranger) => endLink(as, uuidOf('lnk', link.id), BASE);
    expect((await refusalOf(() => end(stranger))).code).toBe('not_found');
    expect((await refusalOf(() => end(tenant.as('viewer')))).code).toBe('forbidden');
    expect((await end(tenant.as('partner', partnerId))).endedAt).not.toBeNull();
  }));

it('counts from the start of the enrollment until it ends', () =>
  inRollback(async (db) => {
    const { tenant, enrollmentId } = await enrolled(db);
    const link = await createLink(tenant.as('owner'), { enrollmentId, code: 'ana' }, BASE);
    tenant.now += 60_000;
    const ended = await endLink(tenant.as('owner'), uuidOf('lnk', link.id), BASE);
    expect(await endLink(tenant.as('owner'), uuidOf('lnk', link.id), BASE)).toEqual(ended);
    const { codes } = await tenant.read((tx) => loadTerms(tx, tenant.workspaceId));
    const linkId = uuidOf('lnk', link.id);
    expect(codes.get('ana')).toMatchObject([
      { from: Date.UTC(2025, 5, 1), value: { enrollmentId, linkId } },
      { from: Date.parse(ended.endedAt ?? ''), value: { enrollmentId: '', linkId: null } },
    ]);
  }));

it('refuses links for an enrollment that has ended', () =>
  inRollback(async (db) => {
    const { tenant, enrollmentId } = await enrolled(db);
    await changeEnrollmentState(tenant.as('owner'), enrollmentId, { state: 'ended' });
    tenant.now += 1000;
    expect((await refusalOf(() => createLink(tenant.as('owner'), { enrollmentId }, BASE))).code).toBe('conflict');
  }));
