// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { fakeServer, refusal } from '../../../test/fake-server.ts';
import { chosenMembership, chooseMembership } from '../membership-choice.ts';
import { enterPortalView } from '../portal-view.ts';
import { call, onSignedOut } from './call.ts';
import { Problem } from './problem.ts';

afterEach(() => chooseMembership(null));

test('a call names its workspace and language, and a write its key', async () => {
  const { asked } = fakeServer({ createPartner: () => new Response('{}', { status: 201 }) });
  chooseMembership({ workspaceId: 'wsp_01j0000000e0080000000000ff', role: 'owner', partnerId: null, name: 'A' });
  await call('listPartners', { query: { search: 'a b', limit: 10 } });
  await call('createPartner', { body: { name: 'Ana', kind: 'referrer' } }, { idempotencyKey: 'one' });
  expect(asked.map(({ url }) => `${url.pathname}${url.search}`)).toEqual([
    '/api/v1/partners?search=a+b&limit=10',
    '/api/v1/partners',
  ]);
  expect(asked.map(({ headers }) => headers.get('cordee-workspace'))).toEqual(Array(2).fill('wsp_01j0000000e0080000000000ff'));
  expect(asked.map(({ headers }) => headers.get('idempotency-key'))).toEqual([null, 'one']);
  expect(asked[0]?.headers.get('accept-language')).toBe('en');
});

test('whoever looks with the eyes of a partner says so with each call, and no longer once they are elsewhere', async () => {
  const { asked } = fakeServer();
  const workspaceId = 'wsp_01j0000000e0080000000000ff';
  chooseMembership({ workspaceId, role: 'owner', partnerId: null, name: 'A' });
  enterPortalView({ view: 'sealed', workspaceId, partnerId: 'prt_1', partnerName: 'Ana' });
  expect(chosenMembership()).toMatchObject({ role: 'partner', partnerId: 'prt_1' });
  await call('listLinks', {});
  chooseMembership({ workspaceId: 'wsp_01j0000000e0080000000000fg', role: 'owner', partnerId: null, name: 'B' });
  expect(chosenMembership()).toMatchObject({ role: 'owner', partnerId: null });
  await call('listLinks', {});
  expect(asked.map(({ headers }) => headers.get('cordee-portal-view'))).toEqual(['sealed', null]);
});

test('a refusal keeps its code, sentences and fields', async () => {
  fakeServer({ getPartner: () => refusal(404, 'not_found', [{ path: 'id', rule: 'id', message: 'No.' }]) });
  const problem = await call('getPartner', { params: { id: 'prt_0' } }).catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(Problem);
  expect(problem).toMatchObject({
    code: 'not_found',
    status: 404,
    title: 'No.',
    hint: 'Do otherwise.',
    fields: [{ path: 'id' }],
  });
});

test('no answer at all is a problem of its own, a page of a proxy another', async () => {
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('fetch failed')));
  await expect(call('getWorkspace', {})).rejects.toMatchObject({ code: 'unreachable' });
  vi.stubGlobal('fetch', async () => new Response('<html>', { status: 502, headers: { 'content-type': 'text/html' } }));
  await expect(call('getWorkspace', {})).rejects.toMatchObject({ code: 'unreadable', status: 502 });
});

test('whoever is no longer known is told once, wherever it shows', async () => {
  fakeServer({ getWorkspace: () => refusal(401, 'unauthenticated'), listWorkspaces: () => refusal(401, 'unauthenticated') });
  const told = vi.fn();
  onSignedOut(told);
  await expect(call('getWorkspace', {})).rejects.toMatchObject({ code: 'unauthenticated' });
  await expect(call('listWorkspaces', {})).rejects.toMatchObject({ code: 'unauthenticated' });
  expect(told).toHaveBeenCalledTimes(1);
});
