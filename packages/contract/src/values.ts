import { decodeId, encodeId, type Prefix } from '@cordee/core/ids';
import { isCurrency } from '@cordee/core/money';
import { parseInstant } from '@cordee/core/time';
import { z } from 'zod';

/** A typed id on the wire (`prt_…`); parsed into the uuid the server works with. */
export function idOf(prefix: Prefix) {
  return z
    .string()
    .meta({ description: `Id starting with ${prefix}_`, example: encodeId(prefix, '01890a5d-ac96-774b-bcce-b302099a8057') })
    .transform((text, context) => {
      const uuid = decodeId(prefix, text);
      if (uuid === null) {
        context.addIssue({ code: 'custom', message: `expected an id starting with ${prefix}_`, params: { rule: 'id' } });
        return z.NEVER;
      }
      return uuid;
    });
}

/** A typed id in an answer: text, nothing is decoded. */
export function idText(prefix: Prefix) {
  return z
    .string()
    .regex(new RegExp(`^${prefix}_[0-9a-hjkmnp-tv-z]{26}$`))
    .meta({ description: `Id starting with ${prefix}_`, example: encodeId(prefix, '01890a5d-ac96-774b-bcce-b302099a8057') });
}

/** Minor units as a JSON integer, refused beyond 2^53. */
export const amount = z.int().min(0).meta({ description: 'Integer in minor units', example: 12345 });

export const currency = z
  .string()
  .refine(isCurrency, { message: 'unknown ISO 4217 currency', params: { rule: 'currency' } })
  .meta({ description: 'ISO 4217 code', example: 'EUR' });

/** The end of the year 9999 in UTC: beyond it, and before 1970, instants have no common written form. */
const LATEST = 253_402_300_799_999;

/** ISO 8601 with offset, from 1970 to 9999; parsed into epoch milliseconds. */
export const instant = z
  .string()
  .meta({ description: 'ISO 8601 instant with offset', example: '2026-11-23T18:00:00Z', format: 'date-time' })
  .transform((text, context) => {
    const at = parseInstant(text);
    if (at === null || at < 0 || at > LATEST) {
      context.addIssue({ code: 'custom', message: 'expected an ISO 8601 instant with offset', params: { rule: 'instant' } });
      return z.NEVER;
    }
    return at;
  });

/** An instant in an answer: UTC with milliseconds. */
export const instantText = z.iso
  .datetime({ precision: 3 })
  .meta({ description: 'ISO 8601 instant in UTC', example: '2026-11-23T18:00:00.000Z' });

/** What people say in one line: trimmed, not empty, at most so many characters. */
export function oneLine(most: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'one line');
}

/** Opaque text the company chose: no control characters, bounded. */
export const externalId = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'no control characters')
  .meta({ example: 'order-1042' });

export const countryCode = z
  .string()
  .regex(/^[A-Z]{2}$/, 'two capital letters')
  .meta({ description: 'ISO 3166-1 alpha-2', example: 'FR' });

export const metadata = z
  .record(
    z
      .string()
      .min(1)
      .max(64)
      .regex(/^[A-Za-z0-9_.-]+$/),
    z.union([
      z
        .string()
        .max(500)
        .regex(/^[^\0\p{Cs}]*$/u, 'no NUL, no half characters'),
      z.number(),
      z.boolean(),
    ]),
  )
  .refine((value) => Object.keys(value).length <= 50, 'at most 50 keys');

/** Which one in a row that is numbered from 1: a version, a revision, a proposal. */
export const ordinal = z.int().min(1).max(2_147_483_647);
/** The same in an address. */
export const ordinalText = z.coerce.number().int().min(1).max(2_147_483_647);

/** A page of a list: `cursor` comes from the previous answer's `nextCursor`. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2000).optional(),
};

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}
