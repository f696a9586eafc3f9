import { z } from 'zod';
import { manage, manageOrOwn, sharedRead } from './access.ts';
import { route } from './route.ts';
import { idOf, idText, instant, instantText, pageOf, pageQuery } from './values.ts';

export const enrollmentState = z.enum(['pending', 'active', 'paused', 'ended']);
const reason = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .regex(/^[^\0\p{Cs}]+$/u, 'no NUL, no half characters');
const subId = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'no control characters')
  .meta({ example: 'newsletter-june' });
const typedCode = z
  .string()
  .min(1)
  .max(200)
  .meta({ description: 'Forgiven: case, accents, spaces around; kept as `a-z 0-9 _ -`', example: 'atelier-lumiere' });

export const enrollment = z.object({
  id: idText('enr'),
  programId: idText('prg'),
  partnerId: idText('prt'),
  planId: idText('pln').nullable().meta({ description: "Its own plan; null: the program's" }),
  state: enrollmentState.meta({ description: 'The state in force; before the first one begins, that one' }),
  stateFrom: instantText,
  reason: z.string().nullable(),
  announced: z
    .object({ state: enrollmentState, from: instantText, reason: z.string().nullable() })
    .nullable()
    .meta({ description: 'The next state, when one was recorded ahead' }),
  uplineEnrollmentId: idText('enr').nullable(),
  createdAt: instantText,
});
export type Enrollment = z.infer<typeof enrollment>;

export const enrollmentDetail = enrollment.extend({
  states: z.array(
    z.object({ state: enrollmentState, from: instantText, recordedAt: instantText, reason: z.string().nullable() }),
  ),
  plans: z.array(z.object({ planId: idText('pln').nullable(), from: instantText, recordedAt: instantText })),
});
export type EnrollmentDetail = z.infer<typeof enrollmentDetail>;

export const link = z.object({
  id: idText('lnk'),
  enrollmentId: idText('enr'),
  programId: idText('prg'),
  partnerId: idText('prt'),
  code: z.string(),
  url: z.string(),
  destinationUrl: z.string().nullable().meta({ description: "null: the program's" }),
  subId: z.string().nullable(),
  createdAt: instantText,
  endedAt: instantText.nullable(),
});
export type Link = z.infer<typeof link>;

export const coupon = z.object({
  id: idText('cpn'),
  enrollmentId: idText('enr'),
  programId: idText('prg'),
  partnerId: idText('prt'),
  code: z.string(),
  createdAt: instantText,
  endedAt: instantText.nullable(),
});
export type Coupon = z.infer<typeof coupon>;

const enrollBody = z.strictObject({
  programId: idOf('prg'),
  partnerId: idOf('prt'),
  planId: idOf('pln').optional().meta({ description: "The program's plan unless said otherwise" }),
  state: z.enum(['pending', 'active']).default('active'),
  uplineEnrollmentId: idOf('enr').optional().meta({ description: 'The enrollment that brought this partner in' }),
  from: instant
    .optional()
    .meta({ description: 'Now unless said otherwise; a past instant lets an existing history be brought in' }),
});
export type Enroll = z.output<typeof enrollBody>;

const stateBody = z.strictObject({ state: enrollmentState, reason: reason.optional(), from: instant.optional() });
export type ChangeState = z.output<typeof stateBody>;

const planBody = z.strictObject({ planId: idOf('pln').nullable(), from: instant.optional() });
export type ChangePlan = z.output<typeof planBody>;

const linkBody = z.strictObject({
  enrollmentId: idOf('enr'),
  code: typedCode.optional().meta({ description: "Made from the partner's name unless given" }),
  destinationUrl: z.string().max(2000).optional().meta({
    example: 'https://shop.example/spring',
    description: "On the program's host, a sub-domain, or a host of the workspace",
  }),
  subId: subId.optional(),
});
export type CreateLink = z.output<typeof linkBody>;

const couponBody = z.strictObject({ enrollmentId: idOf('enr'), code: typedCode.meta({ example: 'LUMIERE10' }) });
export type CreateCoupon = z.output<typeof couponBody>;

const ownership = { programId: idOf('prg').optional(), partnerId: idOf('prt').optional() };
const enrollmentQuery = z.strictObject({
  ...pageQuery,
  ...ownership,
  planId: idOf('pln').optional().meta({ description: 'Those this plan holds for, their own or their program’s; not ended' }),
});
export type ListEnrollments = z.output<typeof enrollmentQuery>;
const codeQuery = z.strictObject({ ...pageQuery, ...ownership, enrollmentId: idOf('enr').optional() });
export type ListCodes = z.output<typeof codeQuery>;

const byEnrollment = z.strictObject({ id: idOf('enr') });

export const enrollmentRoutes = {
  enroll: route({
    id: 'enroll',
    method: 'POST',
    path: '/api/v1/enrollments',
    tag: 'enrollments',
    summary: { en: 'Enroll a partner in a program', fr: 'Inscrire un partenaire à un programme' },
    access: manage,
    body: enrollBody,
    status: 201,
    answer: enrollment,
    errors: ['unknown_reference', 'already_exists', 'upline_cycle', 'conflict'],
    idempotency: 'key',
  }),
  listEnrollments: route({
    id: 'listEnrollments',
    method: 'GET',
    path: '/api/v1/enrollments',
    tag: 'enrollments',
    summary: { en: 'List enrollments, newest first', fr: 'Lister les adhésions, les plus récentes en tête' },
    access: sharedRead,
    query: enrollmentQuery,
    status: 200,
    answer: pageOf(enrollment),
    errors: [],
  }),
  getEnrollment: route({
    id: 'getEnrollment',
    method: 'GET',
    path: '/api/v1/enrollments/:id',
    tag: 'enrollments',
    summary: { en: 'Read an enrollment and its history', fr: 'Lire une adhésion et son historique' },
    access: sharedRead,
    params: byEnrollment,
    status: 200,
    answer: enrollmentDetail,
    errors: ['not_found'],
  }),
  changeEnrollmentState: route({
    id: 'changeEnrollmentState',
    method: 'POST',
    path: '/api/v1/enrollments/:id/state',
    tag: 'enrollments',
    summary: { en: 'Activate, pause or end an enrollment', fr: 'Activer, suspendre ou terminer une adhésion' },
    access: manage,
    params: byEnrollment,
    body: stateBody,
    status: 200,
    answer: enrollment,
    errors: ['not_found', 'conflict'],
    idempotency: 'key',
  }),
  changeEnrollmentPlan: route({
    id: 'changeEnrollmentPlan',
    method: 'POST',
    path: '/api/v1/enrollments/:id/plan',
    tag: 'enrollments',
    summary: {
      en: 'Give an enrollment its own plan, or take it back',
      fr: 'Donner à une adhésion son propre barème, ou le retirer',
    },
    access: manage,
    params: byEnrollment,
    body: planBody,
    status: 200,
    answer: enrollment,
    errors: ['not_found', 'unknown_reference', 'conflict'],
    idempotency: 'key',
  }),
  createLink: route({
    id: 'createLink',
    method: 'POST',
    path: '/api/v1/links',
    tag: 'links',
    summary: { en: 'Make a tracked link', fr: 'Créer un lien suivi' },
    access: manageOrOwn,
    body: linkBody,
    status: 201,
    answer: link,
    errors: ['unknown_reference', 'already_exists', 'invalid_request', 'conflict'],
    idempotency: 'key',
  }),
  listLinks: route({
    id: 'listLinks',
    method: 'GET',
    path: '/api/v1/links',
    tag: 'links',
    summary: { en: 'List links, newest first', fr: 'Lister les liens, les plus récents en tête' },
    access: sharedRead,
    query: codeQuery,
    status: 200,
    answer: pageOf(link),
    errors: [],
  }),
  endLink: route({
    id: 'endLink',
    method: 'POST',
    path: '/api/v1/links/:id/end',
    tag: 'links',
    summary: {
      en: "End a link: it leads to the program's page from now on",
      fr: 'Terminer un lien : il mène désormais à la page du programme',
    },
    access: manageOrOwn,
    params: z.strictObject({ id: idOf('lnk') }),
    status: 200,
    answer: link,
    errors: ['not_found'],
    idempotency: 'none',
  }),
  createCoupon: route({
    id: 'createCoupon',
    method: 'POST',
    path: '/api/v1/coupons',
    tag: 'coupons',
    summary: { en: 'Give a partner a coupon code', fr: 'Attribuer un code promo à un partenaire' },
    access: manage,
    body: couponBody,
    status: 201,
    answer: coupon,
    errors: ['unknown_reference', 'already_exists', 'invalid_request', 'conflict'],
    idempotency: 'key',
  }),
  listCoupons: route({
    id: 'listCoupons',
    method: 'GET',
    path: '/api/v1/coupons',
    tag: 'coupons',
    summary: { en: 'List coupon codes, newest first', fr: 'Lister les codes promo, les plus récents en tête' },
    access: sharedRead,
    query: codeQuery,
    status: 200,
    answer: pageOf(coupon),
    errors: [],
  }),
  endCoupon: route({
    id: 'endCoupon',
    method: 'POST',
    path: '/api/v1/coupons/:id/end',
    tag: 'coupons',
    summary: { en: 'End a coupon code', fr: 'Terminer un code promo' },
    access: manage,
    params: z.strictObject({ id: idOf('cpn') }),
    status: 200,
    answer: coupon,
    errors: ['not_found'],
    idempotency: 'none',
  }),
} as const;
