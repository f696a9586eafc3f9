import type { HolidayCalendarAnswer, SetHolidayCalendar } from '@cordee/contract/holiday-calendar';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { loadCalendar } from '../../../platform/calendar/index.ts';
import { findPartner } from '../../partner/index.ts';
import { calendarAnswer } from '../holiday-answer.ts';
import { deleteChoice, saveChoice, selectCountries, type HolidayChoice } from '../holiday-choice.store.ts';
import { mustManage } from '../obligation.policy.ts';
import { extendDutiesIn } from '../set-duties-in.ts';
import { selectTerms } from '../terms.store.ts';

/**
 * Says whose holidays count: for one partner, whose obligations follow at once, or for all that have no choice of their own, whose
 * obligations follow in the night. Refuses `not_found`, and regions their country does not have.
 */
export function setHolidayCalendar(
  context: Context,
  partnerId: string | null,
  { holds, companyRegion, partnerRegion }: SetHolidayCalendar,
): Promise<HolidayCalendarAnswer> {
  mustManage(context.actor);
  const { workspaceId } = context;
  return write(context, async (tx) => {
    if (partnerId !== null && (await findPartner(tx, workspaceId, partnerId)) === null) throw new Refusal('not_found');
    const before = await calendarAnswer(tx, context, partnerId);
    if (holds === null) {
      if (partnerId === null) throw new Refusal('invalid_request', [needed]);
      await deleteChoice(tx, workspaceId, partnerId);
    } else {
      const choice = { holds, companyRegion, partnerRegion };
      await mustHaveRegions(tx, workspaceId, partnerId, choice);
      await saveChoice(tx, workspaceId, partnerId, choice, context.now());
    }
    if (partnerId !== null) {
      const all = await selectTerms(tx, workspaceId, partnerId);
      for (const one of all) if (one.terms.length > 0) await extendDutiesIn(tx, context, one);
    }
    const result = await calendarAnswer(tx, context, partnerId);
    const told = ({ holds: by, isOwn, places }: HolidayCalendarAnswer) => ({
      holds: by,
      isOwn,
      places: places.map(({ side, country, region }) => ({ side, country, region })),
    });
    const subject = partnerId === null ? encodeId('wsp', workspaceId) : encodeId('prt', partnerId);
    return { result, audit: { action: 'holiday_calendar.set', subject, before: told(before), after: told(result) } };
  });
}

async function mustHaveRegions(tx: Tx, workspaceId: string, partnerId: string | null, choice: HolidayChoice): Promise<void> {
  const { company, partner } = await selectCountries(tx, workspaceId, partnerId);
  const given = [
    { path: 'companyRegion', country: company, region: choice.companyRegion },
    { path: 'partnerRegion', country: partner, region: choice.partnerRegion },
  ];
  for (const { path, country, region } of given) {
    if (region === null) continue;
    const regions = country === null ? {} : (await loadCalendar(country)).calendar.regions;
    if (!Object.hasOwn(regions, region)) throw new Refusal('invalid_request', [{ path, rule: 'known', message: noRegion }]);
  }
}

const noRegion = {
  en: 'This country has no such region in the calendar: choose one of its list, or none.',
  fr: 'Ce pays n’a pas de telle région dans le calendrier : choisissez-en une de sa liste, ou aucune.',
};
const needed = {
  path: 'holds',
  rule: 'required',
  message: { en: 'Say whose holidays count.', fr: 'Dites de qui les jours fériés comptent.' },
};
