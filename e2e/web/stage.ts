import { simplePlan } from '../../apps/server/test/terms.ts';
import { post, signIn, type Answer } from './api.ts';

export type Persona = 'owner' | 'manager' | 'finance' | 'viewer' | 'partner' | 'otherPartner';

/** What a journey knows of the company it walks in; made once a run, through public endpoints. */
export interface Stage {
  readonly origin: string;
  readonly password: string;
  readonly cookies: Readonly<Record<Persona, string>>;
  readonly emails: Readonly<Record<Persona, string>>;
  readonly secretKey: string;
  readonly partnerIds: Readonly<Record<'lumiere' | 'refuge', string>>;
  /** A link of Atelier Lumière. */
  readonly linkId: string;
  readonly saleId: string;
  readonly unpaidSaleId: string;
  readonly programId: string;
  /** Its plan has a version in force and a draft. */
  readonly planId: string;
  /** Of this machine, where the company may call an identity provider over http. */
  readonly providerPort: number;
}

const PASSWORD = 'quatre mots sans rapport';
const DAY = 86_400_000;

const PARTNERS = [
  { name: 'Atelier Lumière', kind: 'affiliate', country: 'FR', email: 'contact@lumiere.example', externalId: 'P-100' },
  { name: 'Refuge Conseil', kind: 'referrer', country: 'FR', email: 'bonjour@refuge.example', externalId: 'P-101' },
  { name: 'Nordwind Handel', kind: 'reseller', country: 'DE', email: 'kontakt@nordwind.example', externalId: 'P-102' },
  { name: 'Studio Ribera', kind: 'affiliate', country: 'ES', email: 'hola@ribera.example', externalId: 'P-103' },
  { name: 'Kestrel & Sons', kind: 'supplier', country: 'GB', email: 'hello@kestrel.example', externalId: 'P-104' },
  { name: 'Cabinet Morel', kind: 'subcontractor', country: 'BE', email: 'morel@morel.example', externalId: 'P-105' },
  { name: 'Voltage Logiciels', kind: 'technology', country: 'CH', email: 'team@voltage.example', externalId: 'P-106' },
  { name: 'Léa Fontaine', kind: 'client', country: 'CA', email: 'lea@fontaine.example', externalId: 'P-107' },
] as const;

/** A small company: eight partners, one program, sales paid, unpaid and refunded, and one person of each role. */
export async function setStage(origin: string, setupLink: string): Promise<Omit<Stage, 'providerPort'>> {
  const owner = 'claire@alpes.example';
  const token = new URL(setupLink).searchParams.get('token');
  const workspace = { name: 'Alpes Équipement', country: 'FR', currency: 'EUR', zone: 'Europe/Paris', language: 'fr' };
  const first = await post(origin, null, '/api/v1/setup', {
    token,
    email: owner,
    password: PASSWORD,
    name: 'Claire Martin',
    workspace,
  });
  const key = String(first['secretKey']);
  const send = (path: string, body: unknown) => post(origin, key, `/api/v1/${path}`, body);

  const partners: Answer[] = [];
  for (const partner of PARTNERS) partners.push(await send('partners', partner));
  const [lumiere, refuge] = partners.map(({ id }) => String(id)) as [string, string];
  const program = await send('programs', {
    name: 'Affiliation',
    destinationUrl: 'https://boutique.alpes.example/',
    plan: {
      ...simplePlan,
      rules: [
        { id: 'sales', on: 'sale', reward: { kind: 'percent', rate: '10%' } },
        { id: 'leads', on: 'lead', reward: { kind: 'fixed', amount: 250 } },
      ],
      holdDays: 14,
      review: { mode: 'above', amount: 1500 },
    },
  });
  await send(`plans/${String(program['planId'])}/publication`, { effectiveAt: new Date(Date.now() - 90 * DAY).toISOString() });
  await send(`plans/${String(program['planId'])}/versions`, {
    document: {
      ...simplePlan,
      rules: [
        { id: 'sales', on: 'sale', reward: { kind: 'percent', rate: '12%' } },
        { id: 'leads', on: 'lead', reward: { kind: 'fixed', amount: 250 } },
      ],
      holdDays: 21,
    },
  });
  const coupons = new Map<string, string>();
  const links = new Map<string, string>();
  for (const [index, id] of [lumiere, refuge].entries()) {
    const from = new Date(Date.now() - 90 * DAY).toISOString();
    const enrollment = await send('enrollments', { programId: program['id'], partnerId: id, from });
    const link = await send('links', { enrollmentId: enrollment['id'], code: `alpes-${index + 1}` });
    links.set(id, String(link['id']));
    await send('coupons', { enrollmentId: enrollment['id'], code: `CORDEE${index + 1}` });
    coupons.set(id, `CORDEE${index + 1}`);
  }
  const facts = await tellFacts(send, [coupons.get(lumiere) ?? '', coupons.get(refuge) ?? '']);
  // Holds that have ended: some of it is payable.
  await send('releases', {});
  const people = await invite(origin, key, { lumiere, refuge });
  return {
    origin,
    password: PASSWORD,
    secretKey: key,
    partnerIds: { lumiere, refuge },
    linkId: links.get(lumiere) ?? '',
    ...facts,
    programId: String(program['id']),
    planId: String(program['planId']),
    emails: { owner, ...people.emails },
    cookies: { owner: await signIn(origin, owner, PASSWORD), ...people.cookies },
  };
}

async function tellFacts(send: (path: string, body: unknown) => Promise<Answer>, coupons: readonly string[]) {
  const at = (days: number) => new Date(Date.now() - days * DAY).toISOString();
  const customer = (number: number) => ({ externalId: `client-${number}`, country: 'FR' });
  let saleId = '';
  for (let number = 1; number <= 12; number += 1) {
    const sale = await send('track/sale', {
      eventId: `commande-${1000 + number}`,
      occurredAt: at(40 - number * 3),
      customer: customer(number),
      currency: 'EUR',
      lines: [{ id: '1', productId: 'corde-60m', net: 4990 + number * 1310, tax: 998 }],
      coupon: coupons[number % 2],
    });
    if (number === 12) saleId = String(sale['factId']);
  }
  await send('track/lead', { eventId: 'demande-7', occurredAt: at(3), customer: customer(20), coupon: coupons[0] });
  await send('track/refund', { eventId: 'retour-1', occurredAt: at(1), saleEventId: 'commande-1010', reason: 'refund' });
  await send('track/refund', { eventId: 'litige-1', occurredAt: at(1), saleEventId: 'commande-1007', reason: 'dispute_opened' });
  for (let number = 1; number <= 6; number += 1) {
    const url = `https://boutique.alpes.example/?via=alpes-${1 + (number % 2)}`;
    await send('track/click', { code: `alpes-${1 + (number % 2)}`, url, occurredAt: at(number / 2) });
  }
  const unpaid = await send('track/sale', {
    eventId: 'commande-2001',
    occurredAt: at(0.2),
    customer: customer(30),
    currency: 'EUR',
    amount: 15900,
  });
  return { saleId, unpaidSaleId: String(unpaid['factId']) };
}

async function invite(origin: string, key: string, partners: Readonly<Record<'lumiere' | 'refuge', string>>) {
  const roles: readonly (readonly [Exclude<Persona, 'owner'>, string, string, string | undefined])[] = [
    ['manager', 'manager', 'Hugo Blanc', undefined],
    ['finance', 'finance', 'Inès Caron', undefined],
    ['viewer', 'viewer', 'Paul Ney', undefined],
    ['partner', 'partner', 'Ana Lumière', partners.lumiere],
    ['otherPartner', 'partner', 'Rémi Refuge', partners.refuge],
  ];
  const emails = {} as Record<Exclude<Persona, 'owner'>, string>;
  const cookies = {} as Record<Exclude<Persona, 'owner'>, string>;
  for (const [persona, role, name, partnerId] of roles) {
    const email = `${persona.toLowerCase()}@alpes.example`;
    const { invitationLink } = await post(origin, key, '/api/v1/members', { email, name, role, partnerId });
    const token = new URL(String(invitationLink)).searchParams.get('token');
    await post(origin, null, '/api/v1/invitation', { token, password: PASSWORD });
    emails[persona] = email;
    cookies[persona] = await signIn(origin, email, PASSWORD);
  }
  return { emails, cookies };
}
