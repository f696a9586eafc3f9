import { decodeId, type Prefix } from '@cordee/core/ids';
import { openWorkspace } from '../../apps/server/src/modules/identity/index.ts';
import { createPartner } from '../../apps/server/src/modules/partner/index.ts';
import { createLink, createProgram, enroll, getPlan, publishPlan } from '../../apps/server/src/modules/program/index.ts';
import type { Context } from '../../apps/server/src/platform/context.ts';
import { transaction } from '../../apps/server/src/platform/db/index.ts';
import { contextOf, openApplication } from './application.ts';
import { plan, zone } from './plan.ts';
import { codeOf, partnerCount, salesFrom } from './sales.ts';

/** A company with one program, one plan in force, and partners with a link each. Plain data: processes hand it to each other. */
export interface Workspace {
  /** Of the login that owns the tables. */
  readonly url: string;
  readonly workspaceId: string;
  readonly slug: string;
  readonly secretKey: string;
  readonly programId: string;
  readonly planId: string;
  readonly planVersionId: string;
  readonly partners: readonly EnrolledPartner[];
}

export interface EnrolledPartner {
  readonly partnerId: string;
  readonly enrollmentId: string;
  readonly linkId: string;
  readonly code: string;
}

/** Founds the company of all benches in a migrated database, through the same verbs as its API, before its first sale. */
export async function foundCompany(url: string): Promise<Workspace> {
  const db = openApplication(url);
  try {
    let clock = salesFrom - 86_400_000;
    const now = () => (clock += 1);
    const input = { name: 'Bench', country: 'FR', currency: 'EUR', zone, language: 'fr' } as const;
    const opened = await transaction(db, (tx) => openWorkspace(tx, contextOf(db, '', now), input, null));
    const { id: workspaceId, slug } = opened.workspace;
    const { secretKey } = opened.keys;
    if (secretKey === null) throw new Error('a new workspace has a secret key');
    const context = contextOf(db, workspaceId, now);
    const program = await openProgram(context);
    const partners: EnrolledPartner[] = [];
    for (let number = 0; number < partnerCount; number += 1) {
      partners.push(await enrolPartner(context, program.programId, number));
    }
    return { url, workspaceId, slug, secretKey, partners, ...program };
  } finally {
    await db.close();
  }
}

async function openProgram(context: Context) {
  const program = await createProgram(context, {
    name: 'Friends of the house',
    destinationUrl: 'https://shop.example/welcome',
    clickParameter: 'cordee_click',
    cookie: 'set',
    cookieDays: 90,
    gpc: 'respect',
    repeatMinutes: 60,
    precedence: 100,
    maskCustomers: true,
    plan,
  });
  const planId = uuidOf('pln', program.planId);
  await publishPlan(context, planId, {});
  const [version] = (await getPlan(context, planId)).versions;
  if (version === undefined) throw new Error('a published plan has a version');
  return { programId: uuidOf('prg', program.id), planId, planVersionId: uuidOf('plv', version.id) };
}

async function enrolPartner(context: Context, programId: string, number: number): Promise<EnrolledPartner> {
  const code = codeOf(number);
  const partner = await createPartner(context, {
    name: `Partner ${number}`,
    kind: 'affiliate',
    email: `${code}@partners.example`,
  });
  const partnerId = uuidOf('prt', partner.id);
  const enrollment = await enroll(context, { programId, partnerId, state: 'active' });
  const enrollmentId = uuidOf('enr', enrollment.id);
  const link = await createLink(context, { enrollmentId, code }, 'http://localhost');
  return { partnerId, enrollmentId, linkId: uuidOf('lnk', link.id), code };
}

function uuidOf(prefix: Prefix, id: string): string {
  const uuid = decodeId(prefix, id);
  if (uuid === null) throw new Error(`not an id of ${prefix}: ${id}`);
  return uuid;
}
