import { charterKinds, charterTerms, presetCharter, type CharterDocument } from '@cordee/core/charter';
import { calendarOf } from '@cordee/core/deadline';
import { compileDuties } from '@cordee/core/obligation';
import { formatInstant, shiftDate, shiftMonths } from '@cordee/core/time';
import { listObligations, obligationJobs } from '../apps/server/src/modules/obligation/index.ts';
import type { Context } from '../apps/server/src/platform/context.ts';
import { createLog } from '../apps/server/src/platform/telemetry/log.ts';
import type { BenchContext } from './context.ts';
import type { Bench, Measurement } from './measurement.ts';
import { inTurn, secondsOf } from './rounds.ts';
import { contextOf, openApplication } from './stage/application.ts';
import { countOpen, countTold, fillObligations } from './stage/fill-obligations.ts';
import { settle } from './stage/history.ts';
import { withClient } from './stage/postgres.ts';
import { foundCompany } from './stage/workspace.ts';
import { type Pair, summarise } from './statistics.ts';

/** What compiling all charters, and looking at a day, may take. */
const MOST_SECONDS = 2;
const PAGE = 100;
/** How much smaller what the growth is read from is. */
const TENTH = 10;

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
    const few = charters.slice(0, Math.ceil(charters.length / TENTH));
    const each = (some: readonly CharterDocument[]) => async () =>
      ((await secondsOf(() => void compileAll(some))) / some.length) * 1e6;
    const pairs = await inTurn(scale.rounds, each(charters), each(few));
    return [within('compile-charters', seconds), linear('compile-charters-linear', 'µs/charter', few.length, pairs)];
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
  async run(bench): Promise<Measurement[]> {
    const { obligations, rounds } = bench.scale;
    const tenth = Math.ceil(obligations / TENTH);
    const many = await openDay(bench, 'obligations', obligations);
    const few = await openDay(bench, 'obligations_few', tenth);
    try {
      const days = await inTurn(rounds, many.seconds, few.seconds);
      const pairs = days.map(({ value, limitValue }) => ({
        value: (value / obligations) * 1e6,
        limitValue: (limitValue / tenth) * 1e6,
      }));
      const seconds = days.map(({ value }) => value);
      return [within('obligations-of-a-day', seconds), linear('obligations-of-a-day-linear', 'µs/obligation', tenth, pairs)];
    } finally {
      for (const day of [many, few]) await day.close();
    }
  },
};

interface Day {
  /** A day, looked at once more; throws when it is not what the tables hold. */
  readonly seconds: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** A company with so many obligations whose news of the day are told already. */
async function openDay({ postgres, log }: BenchContext, name: string, obligations: number): Promise<Day> {
  const { url, workspaceId } = await foundCompany(await postgres.createDatabase(name));
  const now = Date.now();
  const today = formatInstant(now).slice(0, 10);
  log(`filling in ${obligations} obligations`);
  await withClient(url, (client) => fillObligations(client, { workspaceId, obligations, today }));
  await settle(url);
  const db = openApplication(url, 2);
  const context = contextOf(db, workspaceId, () => now);
  const clock = obligationJobs({ db, clock: () => now })['obligation.follow'];
  const look = () => clock?.perform({}, { attempt: 1, signal: new AbortController().signal, log: createLog('silent') });
  log(`the day's news are told in ${(await secondsOf(look)).toFixed(1)} s`);
  const told = await withClient(url, (client) => countTold(client, today));
  const due = await withClient(url, (client) => countOpen(client, today));
  log(`${due} are open until today; news of ${told}`);
  if (told === 0) throw new Error('nothing was told');
  return {
    async seconds() {
      let owed = 0;
      const taken = await secondsOf(async () => {
        owed = await openUntil(context, today);
        await look();
      });
      if (owed !== due) throw new Error(`${owed} were listed, and ${due} are open`);
      if ((await withClient(url, (client) => countTold(client, today))) !== told) throw new Error('something was told twice');
      return taken;
    },
    async close() {
      await db.close();
      await postgres.dropDatabase(name);
    },
  };
}

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

/** Of each, among all, beside each among a tenth: what grows faster than its number takes longer for each. */
function linear(name: string, unit: string, few: number, pairs: readonly Pair[]): Measurement {
  return { name, unit, limit: `each of ${few}`, goal: 0.8, ...summarise(pairs, 'less is better') };
}
