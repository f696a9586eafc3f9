import { post } from './api.ts';
import { PHONE, type Picture } from './picture.ts';
import type { Stage } from './stage.ts';

/** What both sides agree on: a charter that holds, its next version, and what is owed by it. */
export function agreementPictures({ partnerIds }: Stage): readonly Picture[] {
  const charter = `/console/partners/${partnerIds.refuge}/charter`;
  return [
    { name: 'charter-en', path: charter, ready: 'What it changes in the obligations', arrival: { as: 'manager', height: 1400 } },
    {
      name: 'charter-fr-dark',
      path: charter,
      ready: 'Ce qui change dans les obligations',
      arrival: { as: 'manager', language: 'fr', scheme: 'dark', height: 1400 },
    },
    {
      name: 'charter-portal-fr-phone',
      path: '/portal/charter',
      ready: 'En vigueur',
      arrival: { ...PHONE, as: 'otherPartner', language: 'fr' },
    },
    {
      name: 'settings-charters-fr',
      path: '/console/settings/charters',
      ready: 'Salle d’exposition',
      arrival: { as: 'owner', language: 'fr' },
    },
    { name: 'obligations-en', path: '/console/obligations', ready: 'Refuge Conseil', arrival: { as: 'manager' } },
    {
      name: 'obligations-fr-phone-dark',
      path: '/portal/obligations',
      ready: 'Dans votre agenda',
      arrival: { ...PHONE, as: 'otherPartner', language: 'fr', scheme: 'dark' },
    },
  ];
}

/** A charter signed by both, a clause of the company's own, and a next version with other dates in it. */
export async function prepareAgreements({ origin, secretKey, cookies, partnerIds }: Stage): Promise<void> {
  const make = (path: string, body: unknown, as = secretKey, method = 'POST') =>
    post(origin, as, `/api/v1/${path}`, body, method);
  const both = [secretKey, cookies.otherPartner];
  const people = { companyPerson: 'Ana Martin', partnerPerson: 'Zoé Petit' };
  const begun = await make('charters', { partnerId: partnerIds.refuge, kind: 'client', prevailing: 'fr', ...people });
  const path = `charters/${String(begun['id'])}`;
  const shared = await make(`${path}/sharing`, {});
  const hash = (shared['versions'] as { hash: string }[]).at(-1)?.hash;
  const signedOn = new Date().toISOString().slice(0, 10);
  for (const as of both) await make(`${path}/approval`, { hash }, as);
  for (const as of both) await make(`${path}/signature`, { hash, signedOn }, as);
  await make(`${path}/amendment`, {});
  const response = await fetch(`${origin}/api/v1/${path}/versions/2`, { headers: { authorization: `Bearer ${secretKey}` } });
  const { document, revision } = (await response.json()) as { document: Document; revision: number };
  const review = document.clauses.find(({ key }) => key === 'yearly_review');
  const [terms] = review?.terms ?? [];
  const after = { ...review, values: { months: 6 }, terms: [{ ...terms, cadence: { every: 6, pace: 'month' } }] };
  await make(`${path}/changes`, { revision, changes: [{ part: 'clause', key: 'yearly_review', after }] });
  await make('charter-clauses/showroom', { clause: showroom, fits: ['reseller'] }, secretKey, 'PUT');
}

interface Document {
  readonly clauses: readonly { readonly key: string; readonly terms: readonly object[] }[];
}

const showroom = {
  key: 'showroom',
  kind: 'other',
  from: null,
  title: { fr: 'Salle d’exposition', en: 'Showroom' },
  text: { fr: 'Le partenaire expose {count} modèles.', en: 'The partner shows {count} models.' },
  values: { count: 5 },
  terms: [],
};
