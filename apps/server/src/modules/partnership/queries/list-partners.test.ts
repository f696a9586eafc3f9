import { type ListPartners, partnerRoutes } from '@cordee/contract/partner';
import { expect, it } from 'vitest';
import { inRollback } from '../../../../test/database.ts';
import { openTenant, refusalOf, type Tenant } from '../../../../test/tenant.ts';
import { addPartner, addProgram, enrollIn, parsed, uuidOf } from '../../../../test/terms.ts';
import { getPartner } from '../../partner/index.ts';
import { changeEnrollmentState } from '../../program/index.ts';
import { listPartners } from './list-partners.ts';

function query(text: object): ListPartners {
  return parsed(partnerRoutes.listPartners.query, text);
}

async function names(tenant: Tenant, text: object): Promise<string[]> {
  return (await listPartners(tenant.as('viewer'), query(text))).items.map(({ name }) => name);
}

async function allPages(tenant: Tenant, text: object): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listPartners>> = await listPartners(
      tenant.as('viewer'),
      query({ ...text, limit: 2, ...(cursor === null ? {} : { cursor }) }),
    );
    seen.push(...page.items.map(({ name }) => name));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return seen;
}

it('pages by name, whatever the case, without missing or repeating any', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    for (const name of ['delta', 'Alpha', 'charlie', 'Bravo', 'bravo', 'Échelle']) await addPartner(tenant, name);
    const seen = await allPages(tenant, {});
    expect(seen).toEqual(await names(tenant, { limit: 50 }));
    expect(new Set(seen).size).toBe(6);
    expect(seen.slice(0, 3).map((name) => name.toLowerCase())).toEqual(['alpha', 'bravo', 'bravo']);
  }));

it('pages by newest, by what was earned and by the latest activity', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const earned = { Ana: 500, Bea: 900, Carl: 500, Dan: 0, Eve: -20 };
    for (const [name, amount] of Object.entries(earned)) {
      const { id } = await addPartner(tenant, name);
      await tenant.read((tx) =>
        tx.query(`update partner_figures set earned = $3, last_at = $4 where workspace_id = $1 and partner_id = $2`, [
          tenant.workspaceId,
          uuidOf('prt', id),
          amount,
          new Date(amount === 0 ? 0 : Date.UTC(2026, 0, 1) + amount),
        ]),
      );
    }
    expect(await allPages(tenant, { sort: 'newest' })).toEqual(['Eve', 'Dan', 'Carl', 'Bea', 'Ana']);
    expect(await allPages(tenant, { sort: 'earned' })).toEqual(['Bea', 'Carl', 'Ana', 'Dan', 'Eve']);
    expect(await allPages(tenant, { sort: 'lastActivity' })).toEqual(['Bea', 'Carl', 'Ana', 'Eve', 'Dan']);
    const { items } = await listPartners(tenant.as('viewer'), query({ sort: 'lastActivity' }));
    expect(items.map(({ lastActivityAt }) => lastActivityAt)).toEqual([
      '2026-01-01T00:00:00.900Z',
      '2026-01-01T00:00:00.500Z',
      '2026-01-01T00:00:00.500Z',
      '2025-12-31T23:59:59.980Z',
      null,
    ]);
  }));

it('searches name, e-mail and external id as plain text, and the beginning of names by a letter or two', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const other = await openTenant(db);
    await addPartner(other, 'Ana 100% foreign');
    await addPartner(tenant, 'Ana 100% bio', { country: 'FR' });
    await addPartner(tenant, 'Bea', { email: 'bea@100pour100.example', kind: 'reseller' });
    await addPartner(tenant, 'Carl', { externalId: 'x_100' });
    await addPartner(tenant, 'Éa');
    expect(await names(tenant, { search: '100' })).toHaveLength(3);
    expect(await names(tenant, { search: '100%' })).toEqual(['Ana 100% bio']);
    expect(await names(tenant, { search: 'X_1' })).toEqual(['Carl']);
    expect(await names(tenant, { search: 'x11' })).toEqual([]);
    expect(await names(tenant, { search: 'a' })).toEqual(['Ana 100% bio']);
    expect(await names(tenant, { search: 'É' })).toEqual(['Éa']);
    expect(await names(tenant, { kind: 'reseller' })).toEqual(['Bea']);
    expect(await names(tenant, { country: 'FR' })).toEqual(['Ana 100% bio']);
  }));

it('filters by program, state of the enrollment, stage and tag', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const program = await addProgram(tenant);
    const other = await addProgram(tenant, 'Revendeurs');
    const ana = await addPartner(tenant, 'Ana', { stage: 'negotiating', tags: ['salon', 'vip'] });
    const bea = await addPartner(tenant, 'Bea', { tags: ['salon'] });
    await addPartner(tenant, 'Carl');
    await enrollIn(tenant, program, ana, { state: 'pending' });
    await enrollIn(tenant, other, ana);
    const enrollment = await enrollIn(tenant, program, bea);
    expect(await names(tenant, { programId: program.id })).toEqual(['Ana', 'Bea']);
    expect(await names(tenant, { programId: program.id, state: 'active' })).toEqual(['Bea']);
    expect(await names(tenant, { state: 'active' })).toEqual(['Ana', 'Bea']);
    await changeEnrollmentState(tenant.as('owner'), uuidOf('enr', enrollment.id), { state: 'ended' });
    expect(await names(tenant, { state: 'active' })).toEqual(['Ana']);
    expect(await names(tenant, { programId: program.id, state: 'ended' })).toEqual(['Bea']);
    expect(await names(tenant, { stage: 'negotiating' })).toEqual(['Ana']);
    expect(await names(tenant, { tag: 'VIP' })).toEqual(['Ana']);
    expect(await names(tenant, { tag: 'salon' })).toEqual(['Ana', 'Bea']);
    const { items } = await listPartners(tenant.as('viewer'), query({}));
    expect(items[0]).toMatchObject({ tags: ['salon', 'vip'], stage: 'negotiating', balances: [] });
    expect(items.map(({ enrollments }) => enrollments.map(({ state }) => state))).toEqual([['pending', 'active'], [], []]);
  }));

it('shows a partner user itself only, without what the company keeps about it', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const mine = await addPartner(tenant, 'Mine', { stage: 'under_review', tags: ['risky'] });
    const other = await addPartner(tenant, 'Other');
    const context = tenant.as('partner', uuidOf('prt', mine.id));
    const seen = { ...mine, stage: null, stageSince: null, tags: [] };
    expect((await listPartners(context, query({}))).items).toMatchObject([seen]);
    // Filters tell nothing of it either.
    expect((await listPartners(context, query({ tag: 'nothing', stage: 'active' }))).items).toMatchObject([seen]);
    expect(await getPartner(context, uuidOf('prt', mine.id))).toMatchObject(seen);
    expect((await refusalOf(() => getPartner(context, uuidOf('prt', other.id)))).code).toBe('not_found');
  }));

it('refuses a cursor that is not its own', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const id = '01890a5d-ac96-774b-bcce-b302099a8057';
    const texts = ['["a","b"]', '[1,2]', `["newest","x","${id}"]`, `["earned","12","${id}"]`, `["name","a\\u0000","${id}"]`];
    for (const cursor of ['x', 'W10', ...texts.map((text) => Buffer.from(text).toString('base64url'))]) {
      const refusal = await refusalOf(async () => listPartners(tenant.as('viewer'), query({ cursor })));
      expect(refusal, cursor).toMatchObject({ code: 'invalid_request', fields: [{ path: 'cursor' }] });
    }
  }));
