import { renderCharter } from '@cordee/core/charter';
import { calendarOf, type Place } from '@cordee/core/deadline';
import { type LadderMediation, type LadderSet, type LadderStep, type LadderText, mediationStep } from '@cordee/core/escalation';
import { encodeId } from '@cordee/core/ids';
import { otherSide, type PersonRole, type Side, sides } from '@cordee/core/partnership';
import type { Instant, LocalDate } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';
import { charterAt, type CharterOfDay } from '../../charter/index.ts';
import { companyPartyOn } from '../../company/index.ts';
import { partnerNames } from '../../partner/index.ts';
import { seenPeople } from '../../partnership/index.ts';
import { ladderSetOn } from './ladder-in-force.ts';

export interface StepPerson {
  readonly side: Side;
  readonly name: string;
  readonly title: string;
}

export interface FrozenStep extends LadderStep {
  readonly key: string;
  readonly level: LadderText;
  readonly people: readonly StepPerson[];
  /** Who was named to decide alone. */
  readonly decider: string | null;
}

/** A clause of the charter as it stood, in both languages. */
export interface CitedArticle {
  readonly id: string;
  readonly number: string;
  readonly heading: LadderText;
  readonly text: LadderText;
}

/** What a dispute goes by from its first day to its last, whatever is changed elsewhere meanwhile. */
export interface FrozenLadder {
  readonly steps: readonly FrozenStep[];
  readonly mediation: LadderMediation | null;
  readonly holdsPayments: boolean;
  readonly country: string;
  readonly region: string | null;
  readonly parties: Readonly<Record<Side, { readonly name: string; readonly details: string }>>;
  readonly charter: { readonly id: string; readonly version: number } | null;
  readonly articles: readonly CitedArticle[];
}

interface Asked {
  readonly partnerId: string;
  readonly clause: string | null;
  readonly now: Instant;
  readonly today: LocalDate;
}

/** The ladder of a dispute that is opened now: of the charter in force, else of the settings. */
export async function freezeLadder(tx: Tx, workspaceId: string, asked: Asked): Promise<FrozenLadder> {
  const set = await ladderSetOn(tx, workspaceId, asked.today);
  const charter = (await charterAt(tx, workspaceId, [asked.partnerId], asked.now)).get(asked.partnerId) ?? null;
  const { holdsPayments, country, region } = set;
  const steps =
    charter === null || charter.document.escalation.length === 0
      ? await usualSteps(tx, workspaceId, asked.partnerId, set)
      : charterSteps(charter, set);
  const mediation = charter === null ? set.mediation : charter.document.mediation;
  const last = mediation === null ? null : mediationStep(mediation, set);
  const mediated = last === null ? [] : [{ ...last, key: 'mediation', level: mediationLevel, people: [], decider: null }];
  return {
    steps: [...steps, ...mediated],
    mediation,
    holdsPayments,
    country,
    region,
    parties: await partiesOf(tx, workspaceId, asked, charter),
    charter: charter === null ? null : { id: encodeId('chr', charter.charterId), version: charter.number },
    articles: charter === null ? [] : articlesOf(charter, asked.clause),
  };
}

/** Whose holidays count for a dispute. */
export function placeOf({ country, region }: Pick<FrozenLadder, 'country' | 'region'>): Place {
  return { calendar: calendarOf(country), region };
}

const mediationLevel: LadderText = { en: 'Mediation', fr: 'Médiation' };

function charterSteps({ document }: CharterOfDay, { briefs, pauses }: LadderSet): FrozenStep[] {
  const people = new Map(document.people.map((person) => [person.key, person]));
  return document.escalation.map(({ key, level, people: keys, businessDays, decides }) => ({
    kind: 'talks',
    key,
    level,
    days: businessDays,
    dayKind: 'business',
    briefs,
    pauses,
    decides: people.get(decides ?? '')?.side ?? 'both',
    decider: people.get(decides ?? '')?.name ?? null,
    people: keys.flatMap((one) => {
      const person = people.get(one);
      return person === undefined ? [] : [{ side: person.side, name: person.name, title: person.title }];
    }),
  }));
}

/** People are named as far as the other side sees them: those with the role of the step, else the main contact. */
async function usualSteps(tx: Tx, workspaceId: string, partnerId: string, set: LadderSet): Promise<FrozenStep[]> {
  const people: (StepPerson & { readonly role: PersonRole; readonly isMain: boolean })[] = [];
  for (const side of sides) {
    const seen = await seenPeople(tx, workspaceId, partnerId, otherSide(side));
    people.push(...seen.filter((person) => person.side === side).map((person) => ({ ...person, title: '' })));
  }
  const ofStep = (side: Side, role: PersonRole) => {
    const all = people.filter((person) => person.side === side);
    const fitting = all.filter((person) => person.role === role);
    return fitting.length > 0 ? fitting : all.filter(({ isMain }) => isMain);
  };
  const { briefs, pauses } = set;
  return set.rungs.map(({ key, level, businessDays, role }) => ({
    kind: 'talks',
    key,
    level,
    days: businessDays,
    dayKind: 'business',
    briefs,
    pauses,
    decides: 'both',
    decider: null,
    people: sides.flatMap((side) => ofStep(side, role)).map(({ side, name, title }) => ({ side, name, title })),
  }));
}

async function partiesOf(tx: Tx, workspaceId: string, { partnerId, today }: Asked, charter: CharterOfDay | null) {
  if (charter !== null) return charter.document.parties;
  const name = (await partnerNames(tx, workspaceId, [partnerId])).get(partnerId) ?? '';
  return { company: await companyPartyOn(tx, workspaceId, today), partner: { name, details: '' } };
}

function articlesOf({ document }: CharterOfDay, clause: string | null): CitedArticle[] {
  const french = renderCharter(document, 'fr').flatMap(({ articles }) => articles);
  const english = new Map(
    renderCharter(document, 'en')
      .flatMap(({ articles }) => articles)
      .map((article) => [article.id, article]),
  );
  const isCited = (id: string) => id.startsWith('escalation:') || id === 'mediation' || id === `clause:${clause ?? ''}`;
  return french
    .filter(({ id }) => isCited(id))
    .map(({ id, number, heading, text }) => {
      const also = english.get(id);
      return {
        id,
        number,
        heading: { fr: heading, en: also?.heading ?? heading },
        text: { fr: text, en: also?.text ?? text },
      };
    });
}
