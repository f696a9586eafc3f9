import { expect, it } from 'vitest';
import { freshDatabase, inRollback } from '../../../test/database.ts';
import { openTenant, type Tenant } from '../../../test/tenant.ts';
import { addPartner, addProgram, enrollIn, uuidOf } from '../../../test/terms.ts';
import { transaction, withWorkspace, type Database } from '../../platform/db/index.ts';
import { changeEnrollmentState, changeProgram, createLink, endLink, loadLinks, type RedirectEntry } from './index.ts';

const BASE = 'http://localhost';

function allLinks(db: Database): Promise<RedirectEntry[]> {
  return transaction(db, async (tx) => {
    await withWorkspace(tx, '*');
    return loadLinks(tx);
  });
}

async function linked(tenant: Tenant, code: string, changes: object = {}) {
  const program = await addProgram(tenant);
  const enrollment = await enrollIn(tenant, program, await addPartner(tenant));
  const link = await createLink(tenant.as('owner'), { enrollmentId: uuidOf('enr', enrollment.id), code, ...changes }, BASE);
  return {
    programId: uuidOf('prg', program.id),
    enrollmentId: uuidOf('enr', enrollment.id),
    partnerId: uuidOf('prt', enrollment.partnerId),
    linkId: uuidOf('lnk', link.id),
  };
}

it('knows the links of all workspaces, each with what its redirect needs', () =>
  inRollback(async (db) => {
    const one = await openTenant(db, { trackingHosts: ['go.shop.example'] });
    const two = await openTenant(db);
    const first = await linked(one, 'ana', { destinationUrl: 'https://shop.example/spring', subId: 'mail' });
    const second = await linked(two, 'ana');
    const links = (await allLinks(db)).filter(({ workspaceId }) => [one.workspaceId, two.workspaceId].includes(workspaceId));
    expect(links).toHaveLength(2);
    expect(links.find(({ workspaceId }) => workspaceId === one.workspaceId)).toEqual({
      ...first,
      workspaceId: one.workspaceId,
      workspaceSlug: one.slug,
      hosts: ['go.shop.example'],
      code: 'ana',
      destination: 'https://shop.example/spring',
      clickParameter: 'cordee_click',
      cookie: 'never',
      cookieDays: 90,
      gpc: 'respect',
      subId: 'mail',
      repeatMinutes: 60,
      programPage: 'https://shop.example/welcome',
      state: 'active',
    });
    const other = links.find(({ workspaceId }) => workspaceId === two.workspaceId);
    expect(other).toMatchObject({ ...second, destination: 'https://shop.example/welcome', subId: null });
  }));

it('answers for one workspace and one code, within the scope of the transaction', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const { linkId, enrollmentId } = await linked(tenant, 'ana');
    await createLink(tenant.as('owner'), { enrollmentId, code: 'bea' }, BASE);
    const { workspaceId } = tenant;
    expect(await tenant.read((tx) => loadLinks(tx, { workspaceId }))).toHaveLength(2);
    expect(await tenant.read((tx) => loadLinks(tx, { workspaceId, code: 'ana' }))).toMatchObject([{ linkId }]);
    expect(await (await openTenant(db)).read((tx) => loadLinks(tx, { workspaceId }))).toEqual([]);
  }));

it('follows the states of enrollment and link', () =>
  inRollback(async (db) => {
    const tenant = await openTenant(db);
    const { enrollmentId, linkId } = await linked(tenant, 'ana');
    const state = async () => (await tenant.read((tx) => loadLinks(tx, { workspaceId: tenant.workspaceId })))[0]?.state;
    // Far beyond the database's own clock.
    await changeEnrollmentState(tenant.as('owner'), enrollmentId, { state: 'paused', from: Date.UTC(2200, 0, 1) });
    expect(await state()).toBe('active');
    await changeEnrollmentState(tenant.as('owner'), enrollmentId, { state: 'active', from: Date.UTC(2200, 0, 1) });
    await endLink(tenant.as('owner'), linkId, BASE);
    expect(await state()).toBe('ended');
  }));

it('tells listeners of every change of links, once it is committed', () =>
  freshDatabase(async ({ db }) => {
    const tenant = await openTenant(db);
    const heard: (string | undefined)[] = [];
    await db.raw(async (client) => {
      client.on('notification', ({ payload }) => heard.push(payload));
      await client.query('listen cordee_links');
      const { programId, enrollmentId, linkId } = await linked(tenant, 'ana');
      await changeProgram(tenant.as('owner'), programId, { cookieDays: 1 });
      await changeEnrollmentState(tenant.as('owner'), enrollmentId, { state: 'paused' });
      await endLink(tenant.as('owner'), linkId, BASE);
      // The server delivers what is waiting with the answer to the next statement.
      await client.query('select 1');
    });
    expect(heard).toEqual(Array.from({ length: 5 }, () => tenant.workspaceId));
  }));
