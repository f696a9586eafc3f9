import { createKey } from '@cordee/contract/identity-keys';
import { createWorkspace, getWorkspace, listWorkspaces, setUp } from '@cordee/contract/identity';
import type { Language } from '@cordee/contract/language';
import { apiClient, ApiRefusal, type ApiClient } from '../api-client.ts';
import type { Keys } from '../stage.ts';
import { ZONE } from '../story/tell-story.ts';

export const administrator = {
  email: 'claire.delorme@refuge-et-cie.example',
  password: 'quatre-couchages-au-col',
  name: 'Claire Delorme',
};

export const SHOP_ORIGIN = 'https://boutique.refuge-et-cie.example';

const company = { name: 'Refuge & Cie', country: 'FR', currency: 'EUR', zone: ZONE, language: 'fr' } as const;

export interface OpenCompany {
  readonly keys: Keys;
  readonly slug: string;
}

/** The one-time link, the first administrator, a company and its keys; on a server that has one already, another company. */
export async function openCompany(baseUrl: string, setupLink: string | null, language: Language): Promise<OpenCompany> {
  const nobody = apiClient(baseUrl, null, language);
  const first = setupLink === null ? await openAnother(nobody) : await openFirst(nobody, setupLink);
  if (first.secretKey === null) throw new Error('the first key of a company is shown when it is made');
  const office = nobody.as(first.secretKey);
  const { slug } = await office.call(getWorkspace);
  const backEnd = await office.call(createKey, {
    body: { publishable: false, name: 'Serveur de la boutique', scopes: ['track'] },
  });
  const finance = await office.call(createKey, { body: { publishable: false, name: 'Comptabilité', scopes: ['read', 'money'] } });
  const page = await office.call(createKey, {
    body: { publishable: true, name: 'Pages de la boutique', origins: [SHOP_ORIGIN] },
  });
  return {
    slug,
    keys: {
      office,
      backEnd: nobody.as(backEnd.secret ?? null),
      finance: nobody.as(finance.secret ?? null),
      page: nobody.as(page.secret ?? null),
    },
  };
}

function openFirst(nobody: ApiClient, setupLink: string) {
  const token = new URL(setupLink).searchParams.get('token') ?? '';
  return nobody.call(setUp, { body: { token, ...administrator, workspace: company } });
}

/** As the administrator of an earlier run, signed in. */
async function openAnother(nobody: ApiClient) {
  const json = { 'content-type': 'application/json', origin: nobody.baseUrl };
  const { email, password } = administrator;
  const path = '/api/auth/sign-in/email';
  const body = JSON.stringify({ email, password });
  const signedIn = await nobody.send({ method: 'POST', path, headers: json, body });
  const text = await signedIn.text();
  if (signedIn.status !== 200) throw new ApiRefusal(`POST ${path}`, signedIn.status, text);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0] ?? '')
    .join('; ');
  const mine = await nobody.send({ method: listWorkspaces.method, path: listWorkspaces.path, headers: { cookie } });
  const { items } = (await mine.json()) as { items: readonly { id: string }[] };
  const made = await nobody.send({
    method: createWorkspace.method,
    path: createWorkspace.path,
    headers: { ...json, cookie, 'cordee-workspace': items[0]?.id ?? '' },
    body: JSON.stringify({ ...company, slug: `refuge-et-cie-${items.length + 1}` }),
  });
  const answer = await made.text();
  if (made.status !== createWorkspace.status) throw new ApiRefusal('POST /api/v1/workspaces', made.status, answer);
  return JSON.parse(answer) as { secretKey: string | null };
}
