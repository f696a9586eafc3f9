import { partnerKind } from '@cordee/contract/partner';
import { decodeId, type Prefix } from '@cordee/core/ids';
import type { Instant } from '@cordee/core/time';
import type { z } from 'zod';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { createPartner } from '../../partner/index.ts';
import { createCoupon, createLink, enroll, listCoupons, listEnrollments, listLinks } from '../../program/index.ts';
import { isRejectCode, type RejectCode } from './rejects.ts';
import { readCode, readCountry, readEmail, readInstant, readText, RowReject } from './read-values.ts';
import { column, mustBePast, required, styleOf, type FileContext } from './row-view.ts';

export interface ImportedPartner {
  readonly name: string;
  readonly kind: z.output<typeof partnerKind>;
  readonly email?: string;
  readonly country?: string;
  readonly language?: 'fr' | 'en';
  readonly externalId?: string;
  readonly code?: string;
  readonly coupon?: string;
  /** Since when it takes part; now unless said. */
  readonly joinedAt?: Instant;
}

const KINDS: Readonly<Record<string, ImportedPartner['kind']>> = {
  '': 'affiliate',
  affilie: 'affiliate',
  apporteur: 'referrer',
  revendeur: 'reseller',
  fournisseur: 'supplier',
  soustraitant: 'subcontractor',
  client: 'client',
  technologique: 'technology',
};

/** Rows of a file of partners. */
export function partnerRows(context: FileContext): (fields: readonly string[]) => ImportedPartner {
  const nameAt = required(context, 'name');
  const read = contactReader(context);
  const kindAt = column(context, 'kind');
  const languageAt = column(context, 'language');
  const countryAt = column(context, 'country');
  const couponAt = column(context, 'coupon');
  const joinedAt = column(context, 'joinedAt');
  const style = styleOf(context);
  return (fields) => {
    const country = countryAt(fields);
    const language = languageAt(fields).slice(0, 2).toLowerCase();
    const coupon = couponAt(fields);
    const joined = joinedAt(fields);
    if (language !== '' && language !== 'fr' && language !== 'en') throw new RowReject('choice', 'language', languageAt(fields));
    return {
      name: readText(nameAt(fields), 200, 'name'),
      kind: kindOf(kindAt(fields)),
      ...read(fields),
      ...(country === '' ? {} : { country: readCountry(country) }),
      ...(language === '' ? {} : { language }),
      ...(coupon === '' ? {} : { coupon: readCode(coupon, 'coupon') }),
      ...(joined === '' ? {} : { joinedAt: mustBePast(readInstant(joined, style, 'joinedAt'), context.now, 'joinedAt', joined) }),
    };
  };
}

/** Rewardful's template: affiliates by e-mail, named or not. Which customers they referred is told by their sales. */
export function rewardfulRows(context: FileContext): (fields: readonly string[]) => ImportedPartner {
  const read = contactReader(context);
  const firstAt = column(context, 'firstName');
  const lastAt = column(context, 'lastName');
  return (fields) => {
    const contact = read(fields);
    const name = `${firstAt(fields)} ${lastAt(fields)}`.trim();
    return { name: readText(name === '' ? (contact.email ?? '') : name, 200, 'lastName'), kind: 'affiliate', ...contact };
  };
}

function contactReader(context: FileContext) {
  const emailAt = column(context, 'email');
  const idAt = column(context, 'externalId');
  const codeAt = column(context, 'code');
  const isEmailRequired = context.settings.places['firstName'] !== undefined;
  return (fields: readonly string[]): Pick<ImportedPartner, 'email' | 'externalId' | 'code'> => {
    const email = emailAt(fields);
    const externalId = idAt(fields);
    const code = codeAt(fields);
    if (email === '' && isEmailRequired) throw new RowReject('missing', 'email', '');
    return {
      ...(email === '' ? {} : { email: readEmail(email) }),
      ...(externalId === '' ? {} : { externalId: readText(externalId, 200, 'externalId') }),
      ...(code === '' ? {} : { code: readCode(code, 'code') }),
    };
  };
}

function kindOf(text: string): ImportedPartner['kind'] {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  const parsed = partnerKind.safeParse(plain);
  const kind = parsed.success ? parsed.data : KINDS[plain];
  if (kind === undefined) throw new RowReject('choice', 'kind', text);
  return kind;
}

export type PartnerOutcome = 'created' | 'known' | { readonly code: RejectCode; readonly column: string | null };

/**
 * Adds a partner by the verbs a person would use, with an enrollment when the import names a program, and its link and coupon.
 * One that is known by its external id, or else by its e-mail, is left as it is; what it lacks is added.
 */
export async function storePartner(
  context: Context,
  row: ImportedPartner,
  programId: string | null,
  known: Map<string, string>,
  baseUrl: string,
): Promise<PartnerOutcome> {
  const { code: _code, coupon: _coupon, joinedAt: _joinedAt, ...partner } = row;
  const keys = [
    ...(row.externalId === undefined ? [] : [`id ${row.externalId}`]),
    ...(row.email === undefined ? [] : [`email ${row.email.toLowerCase()}`]),
  ];
  const knownId = keys.map((key) => known.get(key)).find((id) => id !== undefined);
  try {
    const partnerId = knownId ?? (await createPartner(context, partner)).id;
    for (const key of keys) known.set(key, partnerId);
    if (programId !== null) await join(context, partnerId, programId, row, baseUrl);
    return knownId === undefined ? 'created' : 'known';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { code: isRejectCode(error.code) ? error.code : 'refused', column: error.fields[0]?.path ?? null };
  }
}

async function join(
  context: Context,
  partnerId: string,
  programId: string,
  { code, coupon, joinedAt }: ImportedPartner,
  baseUrl: string,
) {
  const enrollmentId = await enrolled(context, partnerId, programId, joinedAt);
  const page = { enrollmentId, limit: 200 };
  if (code !== undefined && !(await listLinks(context, page, baseUrl)).items.some((link) => link.code === code)) {
    await createLink(context, { enrollmentId, code }, baseUrl);
  }
  if (coupon !== undefined && !(await listCoupons(context, page)).items.some((known) => known.code === coupon)) {
    await createCoupon(context, { enrollmentId, code: coupon });
  }
}

async function enrolled(context: Context, partner: string, programId: string, from: Instant | undefined): Promise<string> {
  const partnerId = uuidOf('prt', partner);
  const [known] = (await listEnrollments(context, { programId, partnerId, limit: 1 })).items;
  const { id } =
    known ?? (await enroll(context, { programId, partnerId, state: 'active', ...(from === undefined ? {} : { from }) }));
  return uuidOf('enr', id);
}

function uuidOf(prefix: Prefix, id: string): string {
  const uuid = decodeId(prefix, id);
  if (uuid === null) throw new Error(`not an id of ${prefix}: ${id}`);
  return uuid;
}
