import { z } from 'zod';
import { manage, staffRead } from './access.ts';
import { route } from './route.ts';
import { countryCode, idOf, idText, oneLine } from './values.ts';

/** Whose public holidays count for the days of obligations: the company's country, the partner's, or both. */

export const holidayHolders = ['company', 'partner', 'both'] as const;

const answer = z.object({
  partnerId: idText('prt').nullable(),
  holds: z.enum(holidayHolders),
  isOwn: z.boolean().meta({ description: 'Chosen for this partner, not for all' }),
  places: z.array(
    z.object({
      side: z.enum(['company', 'partner']),
      country: countryCode.nullable(),
      region: z.string().nullable(),
      source: z
        .enum(['own', 'library', 'none'])
        .nullable()
        .meta({ description: '`own`: with the law as source; `library`: date-holidays; `none`: weekends alone are free' }),
      counts: z.boolean(),
      regions: z.array(z.object({ key: z.string(), name: z.string() })),
    }),
  ),
  warning: z.string().nullable().meta({ description: 'What is not known, in the language of the request' }),
  holidays: z.array(z.object({ on: z.string(), name: z.string() })).meta({ description: 'Those of the twelve months to come' }),
});
export type HolidayCalendarAnswer = z.input<typeof answer>;

const body = z
  .strictObject({
    holds: z
      .enum(holidayHolders)
      .nullable()
      .meta({ description: 'null, for one partner: what holds for all holds for it again' }),
    companyRegion: oneLine(60).nullable().default(null).meta({ example: 'alsace-moselle' }),
    partnerRegion: oneLine(60).nullable().default(null),
  })
  .meta({ example: { holds: 'both', companyRegion: null, partnerRegion: null } });
export type SetHolidayCalendar = z.output<typeof body>;

const tag = 'obligations';
const byPartner = z.strictObject({ id: idOf('prt') });
const ofAll = '/api/v1/holiday-calendar';
const ofOne = '/api/v1/partners/:id/holiday-calendar';

export const holidayCalendarRoutes = {
  getHolidayCalendar: route({
    id: 'getHolidayCalendar',
    method: 'GET',
    path: ofAll,
    tag,
    summary: { en: 'Whose holidays count', fr: 'De qui les jours fériés comptent' },
    access: staffRead,
    status: 200,
    answer,
    errors: [],
  }),
  setHolidayCalendar: route({
    id: 'setHolidayCalendar',
    method: 'PUT',
    path: ofAll,
    tag,
    summary: { en: 'Say whose holidays count', fr: 'Dire de qui les jours fériés comptent' },
    description: {
      en: 'For all partners that have no choice of their own. Obligations that follow it move in the night.',
      fr: 'Pour tous les partenaires sans choix propre. Les obligations qui en dépendent bougent dans la nuit.',
    },
    access: manage,
    body,
    status: 200,
    answer,
    errors: ['invalid_request'],
    idempotency: 'none',
  }),
  getPartnerHolidayCalendar: route({
    id: 'getPartnerHolidayCalendar',
    method: 'GET',
    path: ofOne,
    tag,
    summary: { en: 'Whose holidays count with a partner', fr: 'De qui les jours fériés comptent avec un partenaire' },
    access: staffRead,
    params: byPartner,
    status: 200,
    answer,
    errors: ['not_found'],
  }),
  setPartnerHolidayCalendar: route({
    id: 'setPartnerHolidayCalendar',
    method: 'PUT',
    path: ofOne,
    tag,
    summary: { en: 'Say whose holidays count with a partner', fr: 'Dire de qui les jours fériés comptent avec un partenaire' },
    description: {
      en: 'Its obligations to come that were compiled by the settings move at once.',
      fr: 'Ses obligations à venir établies selon les réglages bougent aussitôt.',
    },
    access: manage,
    params: byPartner,
    body,
    status: 200,
    answer,
    errors: ['not_found', 'invalid_request'],
    idempotency: 'none',
  }),
} as const;
