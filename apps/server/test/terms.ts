import { planRoutes } from '@cordee/contract/plan';
import type { Enrollment } from '@cordee/contract/enrollment';
import type { Partner } from '@cordee/contract/partner';
import { type Program, programRoutes } from '@cordee/contract/program';
import { decodeId, type Prefix } from '@cordee/core/ids';
import type { PlanDocument } from '@cordee/core/plan';
import { createPartner } from '../src/modules/partner/index.ts';
import { createProgram, enroll } from '../src/modules/program/index.ts';
import type { Tenant } from './tenant.ts';

/** A plan of one rule: a tenth of every sale, last touch. */
export const simplePlan: PlanDocument = {
  currency: 'EUR',
  attribution: { model: { kind: 'last' }, windowDays: 30, coupon: 'wins', lifetime: 'none', selfReferral: 'reject' },
  combination: 'first',
  rules: [{ id: 'sales', on: 'sale', reward: { kind: 'percent', rate: '10%' } }],
  holdDays: 30,
  existingCustomers: 'move',
  noticeDays: 30,
};

/** The uuid behind a typed id of an answer. */
export function uuidOf(prefix: Prefix, id: string): string {
  const uuid = decodeId(prefix, id);
  if (uuid === null) throw new Error(`not an id of ${prefix}: ${id}`);
  return uuid;
}

export function addPartner(tenant: Tenant, name = 'Atelier Lumière', changes: object = {}): Promise<Partner> {
  return createPartner(tenant.as('owner'), { name, kind: 'affiliate', ...changes });
}

/** A program as the contract reads a request for one. */
export function addProgram(tenant: Tenant, name = 'Amis de la maison', changes: object = {}): Promise<Program> {
  const body = { name, destinationUrl: 'https://shop.example/welcome', plan: simplePlan, ...changes };
  return createProgram(tenant.as('owner'), parsed(programRoutes.createProgram.body, body));
}

export function enrollIn(tenant: Tenant, program: Program, partner: Partner, changes: object = {}): Promise<Enrollment> {
  const body = { programId: program.id, partnerId: partner.id, ...changes };
  return enroll(tenant.as('owner'), parsed(programRoutes.enroll.body, body));
}

/** A publication body with no wish. */
export const atOnce = parsed(planRoutes.publishPlan.body, {});

/** What a route's handler is given for this input. */
export function parsed<Output>(schema: { parse(input: unknown): Output } | undefined, input: unknown): Output {
  if (schema === undefined) throw new Error('the route has no such schema');
  return schema.parse(input);
}
