import type { PersonRole, Side } from '../partnership/index.ts';
import type { LocalDate } from '../time/index.ts';

/** A text in both languages. */
export interface LadderText {
  readonly fr: string;
  readonly en: string;
}

export const ladderStepKinds = ['talks', 'mediation'] as const;
export const briefRules = ['blind', 'open'] as const;
export const pauseRules = ['one_side', 'both'] as const;

/** One step as the clock and the machine know it. */
export interface LadderStep {
  readonly kind: (typeof ladderStepKinds)[number];
  readonly days: number;
  /** Talks count business days, a mediation the days of the calendar. */
  readonly dayKind: 'business' | 'calendar';
  /** Blind: a side reads the other's brief once both are in, or the step is over. */
  readonly briefs: (typeof briefRules)[number];
  /** Whether one side may stop the clock, for the reasons that are its own. */
  readonly pauses: (typeof pauseRules)[number];
  /** Who ends the dispute here: both by agreeing, or the one whose person was named beforehand. */
  readonly decides: 'both' | Side;
}

export const mediationCosts = ['equal', 'asking_side', 'company', 'partner'] as const;

/** What a mediation clause lays down; what it does not say is null, or empty. */
export interface LadderMediation {
  readonly appointedBy: LadderText;
  readonly appointDays: number | null;
  readonly mostDays: number | null;
  readonly costs: (typeof mediationCosts)[number] | null;
  readonly over: LadderText;
}

export interface LadderRung {
  readonly key: string;
  readonly level: LadderText;
  readonly businessDays: number;
  /** Who of each side takes part: people with this role. */
  readonly role: PersonRole;
}

/** How disputes go where no charter says it, and what no charter says: a company's own, or the one that comes with the program. */
export interface LadderSet {
  readonly rungs: readonly LadderRung[];
  readonly mediation: LadderMediation | null;
  readonly briefs: (typeof briefRules)[number];
  readonly pauses: (typeof pauseRules)[number];
  /** Whether payments to the partner wait while money is what the dispute is about. */
  readonly holdsPayments: boolean;
  readonly country: string;
  readonly region: string | null;
}

export interface DatedLadderSet extends LadderSet {
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly source: LadderText;
}

/** The sets that come with the program: usual practice, no law. */
export const usualLadders: readonly DatedLadderSet[] = [
  {
    validFrom: '2000-01-01',
    validTo: null,
    source: {
      en: 'Usual practice between companies: those who work together, then those who answer for them, then the sponsors. No law asks for it.',
      fr: 'Usage entre entreprises : ceux qui travaillent ensemble, puis leurs responsables, puis les parrains du partenariat. Aucune loi ne l’impose.',
    },
    rungs: [
      {
        key: 'working',
        level: { en: 'Those who work together', fr: 'Ceux qui travaillent ensemble' },
        businessDays: 5,
        role: 'operations',
      },
      { key: 'managers', level: { en: 'Managers', fr: 'Responsables' }, businessDays: 5, role: 'manager' },
      { key: 'sponsors', level: { en: 'Sponsors', fr: 'Parrains du partenariat' }, businessDays: 10, role: 'sponsor' },
    ],
    mediation: {
      appointedBy: {
        en: 'The mediator is chosen by both sides together.',
        fr: 'Le médiateur est choisi d’un commun accord.',
      },
      appointDays: 15,
      mostDays: 60,
      costs: 'equal',
      over: {
        en: 'It is over with an agreement, when the mediator or one side ends it in writing, or when its days are over.',
        fr: 'Elle prend fin par un accord, lorsque le médiateur ou l’une des parties y met fin par écrit, ou à l’expiration de sa durée.',
      },
    },
    briefs: 'blind',
    pauses: 'one_side',
    holdsPayments: false,
    country: 'FR',
    region: null,
  },
];

/** The set that came with the program and held on the day. */
export function usualLadderOn(day: LocalDate): DatedLadderSet {
  const found = usualLadders.findLast(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo));
  const [first] = usualLadders;
  if (first === undefined) throw new Error('a set of steps comes with the program');
  return found ?? first;
}

/** The step a mediation is, by the longest it may last; null where no time is laid down. */
export function mediationStep(
  { mostDays }: LadderMediation,
  { briefs, pauses }: Pick<LadderSet, 'briefs' | 'pauses'>,
): LadderStep | null {
  return mostDays === null ? null : { kind: 'mediation', days: mostDays, dayKind: 'calendar', briefs, pauses, decides: 'both' };
}
