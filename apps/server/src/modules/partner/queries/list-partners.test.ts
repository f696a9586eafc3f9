import { type ListPartners, partnerRoutes } from '@cordee/contract/partner';
import { expect, it } from 'vitest';
import { inRollback } from '../../../../test/database.ts';
import { openTenant, refusalOf } from '../../../../test/tenant.ts';
import { addPartner, parsed, uuidOf } from '../../../../test/terms.ts';
import { getPartner, listPartners } from '../index.ts';

function query(text: object): ListPartners {
  return parsed(partnerRoutes.listPartners.query, text);
}

it('pages by name, whatever the case, without missing or repeating any', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    for (const name of ['delta', 'Alpha', 'charlie', 'Bravo', 'bravo', 'Échelle']) await addPartner(tenant, name);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listPartners>> = await listPartners(
        tenant.as('viewer'),
        query({ limit: 2, ...(cursor === null ? {} : { cursor }) }),
      );
      seen.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor;
    } while (cursor !== null);
    const whole = await listPartners(tenant.as('viewer'), query({ limit: 50 }));
    expect(seen).toEqual(whole.items.map(({ name }) => name));
    expect(new Set(seen).size).toBe(6);
    expect(seen.slice(0, 3).map((name) => name.toLowerCase())).toEqual(['alpha', 'bravo', 'bravo']);
  }));

it('searches name, e-mail and external id as plain text', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    await addPartner(tenant, 'Ana 100% bio', { country: 'FR' });
    await addPartner(tenant, 'Bea', { email: 'bea@100pour100.example', kind: 'reseller' });
    await addPartner(tenant, 'Carl', { externalId: 'x_100' });
    const names = async (text: object) => (await listPartners(tenant.as('viewer'), query(text))).items.map(({ name }) => name);
    expect(await names({ search: '100' })).toHaveLength(3);
    expect(await names({ search: '100%' })).toEqual(['Ana 100% bio']);
    expect(await names({ search: 'X_1' })).toEqual(['Carl']);
    expect(await names({ kind: 'reseller' })).toEqual(['Bea']);
    expect(await names({ country: 'FR' })).toEqual(['Ana 100% bio']);
  }));

it('shows a partner user itself only', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const mine = await addPartner(tenant, 'Mine');
    const other = await addPartner(tenant, 'Other');
    const context = tenant.as('partner', uuidOf('prt', mine.id));
    expect((await listPartners(context, query({}))).items).toEqual([mine]);
    expect((await getPartner(context, uuidOf('prt', mine.id))).id).toBe(mine.id);
    expect((await refusalOf(() => getPartner(context, uuidOf('prt', other.id)))).code).toBe('not_found');
  }));

it('refuses a cursor that is not its own', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    for (const cursor of [
      'x',
      'W10',
      Buffer.from('["a","b"]').toString('base64url'),
      Buffer.from('[1,2]').toString('base64url'),
    ]) {
      const refusal = await refusalOf(async () => listPartners(tenant.as('viewer'), query({ cursor })));
      expect(refusal).toMatchObject({ code: 'invalid_request', fields: [{ path: 'cursor' }] });
    }
  }));
