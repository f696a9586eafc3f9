import { daysBetween, isLocalDate } from '@cordee/core/time';
import { z } from 'zod';
import { idOf } from './values.ts';

/** Periods of figures: days in the zone of the workspace, both ends included. */

export const day = z
  .string()
  .refine(isLocalDate, { message: 'expected a day', params: { rule: 'day' } })
  .meta({ description: 'Day in the zone of the workspace', example: '2026-11-23' });
const longestDays = 366 * 3;

export const inOrder = {
  check: ({ from, to }: { from: string; to: string }) => from <= to,
  fault: { message: '`from` is after `to`', path: ['to'], params: { rule: 'order' } },
};
export const notTooLong = {
  check: ({ from, to }: { from: string; to: string }) =>
    !isLocalDate(from) || !isLocalDate(to) || daysBetween(from, to) <= longestDays,
  fault: { message: 'three years at most', path: ['to'], params: { rule: 'maximum' } },
};

export const narrowed = {
  from: day.meta({ example: '2026-10-01' }),
  to: day.meta({ example: '2026-10-31' }),
  programId: idOf('prg').optional(),
};

export const format = z.enum(['json', 'csv']).optional().meta({ description: 'Unless said, what the Accept header prefers' });
