import { shiftDate } from '@cordee/core/time';
import type { AnswerOf } from '../../lib/api/call.ts';
import { queryOf } from '../../lib/api/queries.ts';
import type { Days } from '../../ui/period-presets.ts';

export type CurrencyStatement = AnswerOf<'getStatement'>['currencies'][number];

/** People say the last day of a period, the API the first one after it. */
export const statementInput = (partnerId: string, { from, to }: Days) => ({
  params: { id: partnerId },
  query: { from, to: shiftDate(to, 1) },
});
export const statementQuery = (partnerId: string, days: Days) => queryOf('getStatement', statementInput(partnerId, days));
