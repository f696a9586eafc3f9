import { isLocalDate } from '@cordee/core/time';
import { z } from 'zod';

/** What people write in charters: text, never markup. */

export const localDate = z
  .string()
  .refine(isLocalDate, { message: 'expected a day that exists', params: { rule: 'local_date' } })
  .meta({ description: 'A day, YYYY-MM-DD', example: '2027-01-01' });

/** Words over several lines; may be empty. */
export const prose = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[^\0\p{Cs}]*$/u, 'no NUL, no half characters');

/** The same in both languages. */
export const inBoth = (most: number) => z.strictObject({ fr: prose(most), en: prose(most) });

export const charterKey = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_]{0,63}$/, 'lower-case letters, digits and `_`')
  .meta({ example: 'confidentiality' });
