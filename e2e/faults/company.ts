import { simplePlan } from '../../apps/server/test/terms.ts';
import { call, done, jsonOf } from './client.ts';

/** A company with one program and its partners, made through the API alone. */
export interface Company {
  readonly workspaceId: string;
  readonly key: string;
  /** By partner, each with a link and a coupon. */
  readonly partners: readonly { readonly id: string; readonly code: string; readonly coupon: string }[];
}

/** What the plan of `furnish` pays: part of a sale, and minor units for a lead. */
export const SALE_RATE = 0.1;
export const LEAD_REWARD = 250;

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
export function furnish(origin: string, workspaceId: string, key: string, count: number): Promise<Company> {
  return furnishBy((path, body) => done(origin, key, 'POST', `/api/v1/${path}`, body), workspaceId, key, count);
}

/** The same by any way of posting. */
export async function furnishBy(
  post: (path: string, body: unknown) => Promise<Record<string, unknown>>,
  workspaceId: string,
  key: string,
  count: number,
  plan: object = {},
): Promise<Company> {
  const program = await post('programs', {
    name: 'Amis',
    destinationUrl: 'https://shop.example/',
    plan: { ...simplePlan, ...leadRule, ...plan },
  });
  await post(`plans/${String(program['planId'])}/publication`, {});
  const partners = [];
  for (let number = 1; number <= count; number += 1) {
    const { id } = await post('partners', { name: `Partner ${number}`, kind: 'affiliate' });
    const enrollment = await post('enrollments', { programId: program['id'], partnerId: id });
    const link = await post('links', { enrollmentId: enrollment['id'], code: `partner-${number}` });
    const coupon = await post('coupons', { enrollmentId: enrollment['id'], code: `TEN${number}` });
    partners.push({ id: String(id), code: String(link['code']), coupon: String(coupon['code']) });
  }
  return { workspaceId, key, partners };
}

const leadRule = {
  rules: [
    { id: 'sales', on: 'sale', reward: { kind: 'percent', rate: '10%' } },
    { id: 'leads', on: 'lead', reward: { kind: 'fixed', amount: LEAD_REWARD } },
    { id: 'qualified', on: 'qualified_lead', reward: { kind: 'fixed', amount: 1000 } },
  ],
};
