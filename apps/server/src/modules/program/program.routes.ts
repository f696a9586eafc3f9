import { partnerRoutes } from '@cordee/contract/partner';
import { programRoutes } from '@cordee/contract/program';
import type { Api } from '../../platform/http/index.ts';
import { getEnrollment } from './queries/get-enrollment.ts';
import { getPlan } from './queries/get-plan.ts';
import { getProgram } from './queries/get-program.ts';
import { getTerms } from './queries/get-terms.ts';
import { listCoupons } from './queries/list-coupons.ts';
import { listEnrollments } from './queries/list-enrollments.ts';
import { listLinks } from './queries/list-links.ts';
import { listPlans } from './queries/list-plans.ts';
import { listPrograms } from './queries/list-programs.ts';
import type { OnReferral } from './referral.ts';
import { archivePartner } from './verbs/archive-partner.ts';
import { changeEnrollmentPlan } from './verbs/change-enrollment-plan.ts';
import { changeEnrollmentState } from './verbs/change-enrollment-state.ts';
import { changeProgram } from './verbs/change-program.ts';
import { changeProgramTerms } from './verbs/change-program-terms.ts';
import { createCoupon } from './verbs/create-coupon.ts';
import { createLink } from './verbs/create-link.ts';
import { createPlan } from './verbs/create-plan.ts';
import { createProgram } from './verbs/create-program.ts';
import { deleteDraft } from './verbs/delete-draft.ts';
import { draftVersion } from './verbs/draft-version.ts';
import { endCoupon } from './verbs/end-coupon.ts';
import { endLink } from './verbs/end-link.ts';
import { enroll } from './verbs/enroll.ts';
import { publishPlan } from './verbs/publish-plan.ts';
import { replaceDraft } from './verbs/replace-draft.ts';

export interface ProgramOptions {
  /** The installation's own address, without a slash at its end; asked for at each answer, as it may be known late. */
  readonly baseUrl: () => string;
  readonly onReferral?: OnReferral;
}

/** Serves the routes of programs, plans, enrollments, links and coupons, and the archiving of partners. */
export function servePrograms(api: Pick<Api, 'on'>, options: ProgramOptions): void {
  const { baseUrl, onReferral } = options;
  api.on(programRoutes.createProgram, (context, { body }) => createProgram(context, body));
  api.on(programRoutes.listPrograms, (context, { query }) => listPrograms(context, query));
  api.on(programRoutes.getProgram, (context, { params }) => getProgram(context, params.id));
  api.on(programRoutes.changeProgram, (context, { params, body }) => changeProgram(context, params.id, body));
  api.on(programRoutes.changeProgramTerms, (context, { params, body }) => changeProgramTerms(context, params.id, body));
  api.on(programRoutes.createPlan, (context, { params, body }) => createPlan(context, params.id, body));
  api.on(programRoutes.listPlans, (context, { params, query }) => listPlans(context, params.id, query));
  api.on(programRoutes.getPlan, (context, { params }) => getPlan(context, params.id));
  api.on(programRoutes.draftVersion, (context, { params, body }) => draftVersion(context, params.id, body));
  api.on(programRoutes.replaceDraft, (context, { params, body }) => replaceDraft(context, params.id, body));
  api.on(programRoutes.deleteDraft, (context, { params, query }) => deleteDraft(context, params.id, query.expectedRevision));
  api.on(programRoutes.publishPlan, (context, { params, body }) => publishPlan(context, params.id, body));
  api.on(programRoutes.enroll, (context, { body }) => enroll(context, body, onReferral));
  api.on(programRoutes.listEnrollments, (context, { query }) => listEnrollments(context, query));
  api.on(programRoutes.getEnrollment, (context, { params }) => getEnrollment(context, params.id));
  api.on(programRoutes.changeEnrollmentState, (context, { params, body }) =>
    changeEnrollmentState(context, params.id, body, onReferral),
  );
  api.on(programRoutes.changeEnrollmentPlan, (context, { params, body }) => changeEnrollmentPlan(context, params.id, body));
  api.on(programRoutes.getTerms, (context, { params }) => getTerms(context, params.id));
  api.on(programRoutes.createLink, (context, { body }) => createLink(context, body, baseUrl()));
  api.on(programRoutes.listLinks, (context, { query }) => listLinks(context, query, baseUrl()));
  api.on(programRoutes.endLink, (context, { params }) => endLink(context, params.id, baseUrl()));
  api.on(programRoutes.createCoupon, (context, { body }) => createCoupon(context, body));
  api.on(programRoutes.listCoupons, (context, { query }) => listCoupons(context, query));
  api.on(programRoutes.endCoupon, (context, { params }) => endCoupon(context, params.id));
  api.on(partnerRoutes.archivePartner, (context, { params }) => archivePartner(context, params.id));
}
