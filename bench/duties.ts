import { charterKinds, charterTerms, presetCharter, type CharterDocument } from '@cordee/core/charter';
import { calendarOf } from '@cordee/core/deadline';
import { compileDuties } from '@cordee/core/obligation';
import { formatInstant, shiftDate, shiftMonths } from '@cordee/core/time';
import { listObligations, obligationJobs } from '../apps/server/src/modules/obligation/index.ts';
import type { Context } from '../apps/server/src/platform/context.ts';
import { createLog } from '../apps/server/src/platform/telemetry/log.ts';
import type { Bench, Measurement } from './measurement.ts';
import { secondsOf } from './rounds.ts';
import { contextOf, openApplication } from './stage/application.ts';
import { countOpen, countTold, fillObligations } from './stage/fill-obligations.ts';
import { settle } from './stage/history.ts';
import { withClient } from './stage/postgres.ts';
import { foundCompany } from './stage/workspace.ts';
import { summarise } from './statistics.ts';

/** What compiling all charters, and looking at a day, may take. */
const MOST_SECONDS = 2;
const PAGE = 100;

/** All charters of a large company compiled two years ahead, as each is when it comes into force or is amended. */
export const compileCharters: Bench = {
  name: 'compile-charters',
  goal: 1,
  async run({ scale, log }): Promise<Measurement[]> {
    const charters = Array.from({ length: scale.charters }, (_, number) => charterOf(number));
    const seconds: number[] = [];
    let first = 0;
    for (let round = 0; round < scale.rounds; round += 1) {
      let duties = 0;
      seconds.push(await secondsOf(() => (duties = compileAll(charters))));
      if (round === 0) log(`${(first = duties)} duties of ${charters.length} charters`);
      if (duties !== first || duties < charters.length * 10) throw new Error(`${duties} duties, not ${first}`);
    }
    return [within('compile-charters', seconds)];
  },
};

function compileAll(charters: readonly CharterDocument[]): number {
  const place = { calendar: calendarOf('FR'), region: null };
  let duties = 0;
  for (const [number, document] of charters.entries()) {
    const startsOn = shiftDate('2026-01-01', number % 365);
    const dates = { signedOn: startsOn, startsOn, noticedOn: null, endsOn: number % 4 === 0 ? shiftMonths(startsOn, 18) : null };
    const terms = charterTerms(document).map((cited) => cited.terms);
    duties += compileDuties({ terms, dates, place }, shiftMonths(startsOn, 24)).length;
  }
  return duties;
}

/** Of every kind in turn, whole, with what most agree on beside: certificates, reviews, payments. */
function charterOf(number: number): CharterDocument {
  const kind = charterKinds[number % charterKinds.length] ?? 'introducer';
  const party = (name: string) => ({ name: `${name} ${number}`, details: '' });
  const document = presetCharter({ kind, prevailing: 'fr', company: party('Alpine'), partner: party('Lac'), people: [] });
  const own = {
    key: 'own',
    kind: 'other',
    from: null,
    title: { fr: 'Suivi', en: 'Follow-up' },
    text: { fr: 'Suivi du partenariat.', en: 'Following the partnership.' },
    values: {},
    terms: [
      {
        kind: 'document',
        key: 'vigilance',
        by: 'partner',
        title: { fr: 'Vigilance', en: 'Vigilance' },
        cadence: { every: 1, pace: 'half_year' },
      },
      { kind: 'meeting', key: 'steering', by: 'both', cadence: { every: 1, pace: 'month' } },
      {
        kind: 'payment',
        key: 'pay',
        by: 'company',
        cadence: { every: 1, pace: 'month' },
        days: 45,
        reading: 'month_end_then_days',
      },
    ],
  } as const;
  return { ...document, clauses: [...document.clauses, own] };
}

/** What is open until a day, read to its last page, and the hourly look of the clock, among many obligations of four years. */
export const obligationsOfADay: Bench = {
  name: 'obligations-of-a-day',
  goal: 1,
  async run({ scale, postgres, log }): Promise<Measurement[]> {
    const { url, workspaceId } = await foundCompany(await postgres.createDatabase('obligations'));
    const now = Date.now();
    const today = formatInstant(now).slice(0, 10);
    log(`filling in ${scale.obligations} obligations`);
    await withClient(url, (client) => fillObligations(client, { workspaceId, obligations: scale.obligations, today }));
    await settle(url);
    const db = openApplication(url, 2);
    try {
      const context = contextOf(db, workspaceId, () => now);
      const clock = obligationJobs({ db, clock: () => now })['obligation.follow'];
      const look = () => clock?.perform({}, { attempt: 1, signal: new AbortController().signal, log: createLog('silent') });
      log(`the day's news are told in ${(await secondsOf(look)).toFixed(1)} s`);
      const told = await withClient(url, (client) => countTold(client, today));
      if (told === 0) throw new Error('nothing was told');
      const seconds: number[] = [];
      let owed = 0;
      for (let round = 0; round < scale.rounds; round += 1) {
        seconds.push(
          await secondsOf(async () => {
            owed = await openUntil(context, today);
            await look();
          }),
        );
      }
      log(`${owed} are open until today; news of ${told}`);
      const due = await withClient(url, (client) => countOpen(client, today));
      if (owed !== due) throw new Error(`${owed} were listed, and ${due} are open`);
      if ((await withClient(url, (client) => countTold(client, today))) !== told) throw new Error('something was told twice');
      return [within('obligations-of-a-day', seconds)];
    } finally {
      await db.close();
      await postgres.dropDatabase('obligations');
    }
  },
};

async function openUntil(context: Context, until: string): Promise<number> {
  let listed = 0;
  for (let cursor: string | undefined; ;) {
    const page = await listObligations(context, { state: 'open', until, limit: PAGE, cursor });
    listed += page.items.length;
    if (page.nextCursor === null) return listed;
    cursor = page.nextCursor;
  }
}

function within(name: string, seconds: readonly number[]): Measurement {
  const limited = seconds.map((value) => ({ value, limitValue: MOST_SECONDS }));
  return { name, unit: 's', limit: 'most allowed', goal: 1, ...summarise(limited, 'less is better') };
}
