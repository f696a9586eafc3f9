import { simplePlan } from '../../apps/server/test/terms.ts';
import { call, done, jsonOf } from './client.ts';

/** A company with one program and its partners, made through the API alone. */
export interface Company {
  readonly workspaceId: string;
  readonly key: string;
  /** By partner, each with a link and a coupon. */
  readonly partners: readonly { readonly id: string; readonly code: string; readonly coupon: string }[];
}

/** The first administrator's company: through the one-time link. */
export async function firstCompany(origin: string, setupLink: string | null, partners = 3): Promise<Company> {
  const token = new URL(setupLink ?? '').searchParams.get('token');
  const reply = await call(origin, 'POST', '/api/v1/setup', {
    body: {
      token,
      email: 'first@example.com',
      password: 'four unrelated words',
      name: 'First',
      workspace: { name: 'Company', country: 'FR', currency: 'EUR', zone: 'Europe/Paris', language: 'fr' },
    },
  });
  if (reply.status !== 201) throw new Error(`no first company: ${reply.status} ${reply.text}`);
  const { workspaceId, secretKey } = jsonOf(reply);
  return furnish(origin, String(workspaceId), String(secretKey), partners);
}

/** Program, published plan, partners, links and coupons for the owner of the key. */
export async function furnish(origin: string, workspaceId: string, key: string, count: number, plan: object = {}): Promise<Company> {
  const program = await done(origin, key, 'POST', '/api/v1/programs', {
    name: 'Amis',
    destinationUrl: 'https://shop.example/',
    plan: { ...simplePlan, ...leadRule, ...plan },
  });
  await done(origin, key, 'POST', `/api/v1/plans/${String(program['planId'])}/publication`, {});
  const partners = [];
  for (let number = 1; number <= count; number += 1) {
    const { id } = await done(origin, key, 'POST', '/api/v1/partners', { name: `Partner ${number}`, kind: 'affiliate' });
    const enrollment = await done(origin, key, 'POST', '/api/v1/enrollments', { programId: program['id'], partnerId: id });
    const link = await done(origin, key, 'POST', '/api/v1/links', { enrollmentId: enrollment['id'], code: `partner-${number}` });
    const coupon = await done(origin, key, 'POST', '/api/v1/coupons', { enrollmentId: enrollment['id'], code: `TEN${number}` });
    partners.push({ id: String(id), code: String(link['code']), coupon: String(coupon['code']) });
  }
  return { workspaceId, key, partners };
}

const leadRule = {
  rules: [
    { id: 'sales', on: 'sale', reward: { kind: 'percent', rate: '10%' } },
    { id: 'leads', on: 'lead', reward: { kind: 'fixed', amount: 250 } },
  ],
};
