import { programRoutes } from '@cordee/contract/program';
import { partnerRoutes } from '@cordee/contract/partner';
import { formatInstant } from '@cordee/core/time';
import type { ApiClient } from '../api-client.ts';
import { emailOf, linkCode, type CastPartner } from '../cast/partners.ts';
import type { ProgramKey } from '../cast/programs.ts';
import type { OpenProgram, SignedPartner } from '../stage.ts';
import { daysAgo } from '../story/draft.ts';
import type { Story } from '../story/story.ts';

const BEGINNING_DAYS_AGO = 110;
const FRENCH: ReadonlySet<string> = new Set(['FR', 'BE', 'CH', 'CA', 'MA']);

type Programs = ReadonlyMap<ProgramKey, OpenProgram>;

/** Forty partners with their certificates, enrollments, links and coupons; each after the one that brought it in. */
export async function signPartners(
  office: ApiClient,
  story: Story,
  programs: Programs,
): Promise<ReadonlyMap<string, SignedPartner>> {
  const signed = new Map<string, SignedPartner>();
  const waiting = [...story.partners];
  while (waiting.length > 0) {
    const index = waiting.findIndex(({ upline }) => upline === undefined || signed.has(upline));
    const [partner] = waiting.splice(index, 1);
    if (partner === undefined || index < 0) throw new Error('partners bring each other in, in a circle');
    signed.set(partner.code, await sign(office, story, programs, partner, signed));
  }
  return signed;
}

async function sign(
  office: ApiClient,
  story: Story,
  programs: Programs,
  partner: CastPartner,
  signed: ReadonlyMap<string, SignedPartner>,
): Promise<SignedPartner> {
  const { name, kind, country, code, certifiedDaysAgo } = partner;
  const { id } = await office.call(partnerRoutes.createPartner, {
    body: {
      name,
      kind,
      country,
      email: emailOf(partner),
      language: FRENCH.has(country) ? 'fr' : 'en',
      externalId: `partenaire-${code}`,
      attributes: { rang: partner.weight >= 5 ? 'or' : 'argent' },
    },
  });
  if (certifiedDaysAgo !== undefined) {
    const body = { code: 'refuge-pro', from: formatInstant(daysAgo(story, certifiedDaysAgo)) };
    await office.call(partnerRoutes.issueCertificate, { params: { id }, body });
  }
  const enrollments = new Map<ProgramKey, string>();
  const links = new Map<ProgramKey, string>();
  for (const program of partner.programs) {
    const upline = signed.get(partner.upline ?? '')?.enrollments.get(program);
    const enrolled = await enroll(office, story, programs, partner, id, program, upline);
    enrollments.set(program, enrolled.id);
    links.set(program, enrolled.url);
  }
  return { id, enrollments, links };
}

async function enroll(
  office: ApiClient,
  story: Story,
  programs: Programs,
  partner: CastPartner,
  partnerId: string,
  program: ProgramKey,
  upline: string | undefined,
): Promise<{ readonly id: string; readonly url: string }> {
  const from = formatInstant(daysAgo(story, partner.joinedDaysAgo ?? BEGINNING_DAYS_AGO));
  const programId = programs.get(program)?.id ?? '';
  const { id } = await office.call(programRoutes.enroll, {
    body: { programId, partnerId, from, ...(upline === undefined ? {} : { uplineEnrollmentId: upline }) },
  });
  const { url } = await office.call(programRoutes.createLink, { body: { enrollmentId: id, code: linkCode(partner, program) } });
  if (partner.coupon !== undefined && program === partner.programs[0]) {
    await office.call(programRoutes.createCoupon, { body: { enrollmentId: id, code: partner.coupon } });
  }
  if (partner.pausedDaysAgo !== undefined) {
    await office.call(programRoutes.changeEnrollmentState, {
      params: { id },
      body: {
        state: 'paused',
        reason: 'Publicité sur notre marque sans accord',
        from: formatInstant(daysAgo(story, partner.pausedDaysAgo)),
      },
    });
  }
  return { id, url };
}
