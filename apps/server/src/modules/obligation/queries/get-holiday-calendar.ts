import type { HolidayCalendarAnswer } from '@cordee/contract/holiday-calendar';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { findPartner } from '../../partner/index.ts';
import { calendarAnswer } from '../holiday-answer.ts';

/** Whose holidays count, for one partner or for all. Refuses `not_found`. */
export function getHolidayCalendar(context: Context, partnerId: string | null): Promise<HolidayCalendarAnswer> {
  return read(context, async (tx) => {
    if (partnerId !== null && (await findPartner(tx, context.workspaceId, partnerId)) === null) throw new Refusal('not_found');
    return calendarAnswer(tx, context, partnerId);
  });
}
