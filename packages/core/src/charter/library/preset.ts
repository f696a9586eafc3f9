import type { Language } from '../../language/index.ts';
import type { CharterDocument, CharterKind, Party, Person } from '../charter.ts';
import { presetClauses } from './library.ts';

/** Who the parties are, as far as it is known when a charter is begun. */
export interface Beginning {
  readonly kind: CharterKind;
  readonly prevailing: Language;
  readonly company: Party;
  readonly partner: Party;
  readonly people: readonly Person[];
}

/** A whole charter to begin with: clauses of its kind, channels, meetings, exit plan, escalation and mediation, for both to change. */
export function presetCharter({ kind, prevailing, company, partner, people }: Beginning): CharterDocument {
  const of = (side: Person['side']) => people.filter((person) => person.side === side).map(({ key }) => key);
  const pair = [...of('company').slice(0, 1), ...of('partner').slice(0, 1)];
  return {
    kind,
    prevailing,
    parties: { company, partner },
    people,
    clauses: presetClauses(kind),
    roles: [
      {
        key: 'steering',
        activity: { en: 'Running the partnership', fr: 'Pilotage du partenariat' },
        accountable: of('company').slice(0, 1),
        tieRule: null,
        responsible: pair,
        consulted: [],
        informed: [],
      },
    ],
    absences: [],
    channels: [{ key: 'daily', use: { en: 'Day to day', fr: 'Au quotidien' }, means: 'e-mail', answerHours: 48 }],
    meetings: [
      { key: 'review', name: { en: 'Joint review', fr: 'Bilan commun' }, cadence: 'quarterly', minutes: 60, people: pair },
    ],
    objectives: [],
    annex: null,
    exit: {
      data: {
        en: 'Each party exports what is its own in a common format; personal data no longer needed is deleted.',
        fr: 'Chaque partie exporte ce qui lui appartient dans un format courant ; les données personnelles devenues inutiles sont effacées.',
      },
      customers: {
        en: 'Customers are told by the company, in words both have agreed on.',
        fr: 'Les clients sont informés par l’entreprise, en des termes convenus ensemble.',
      },
      assets: {
        en: 'Documents, samples and equipment lent are given back.',
        fr: 'Les documents, échantillons et matériels prêtés sont restitués.',
      },
      runOffMonths: 6,
      balanceDays: 60,
      accessDays: 0,
    },
    escalation: [
      { key: 'working', level: { en: 'Those who work together', fr: 'Niveau opérationnel' }, people: pair, businessDays: 3 },
      { key: 'sponsors', level: { en: 'Signatories', fr: 'Signataires' }, people: pair, businessDays: 5 },
    ],
    mediation: {
      appointedBy: {
        en: 'The mediator is chosen by both parties or, failing that, by the Centre de médiation et d’arbitrage de Paris at the request of either.',
        fr: 'Le médiateur est choisi par les deux parties ou, à défaut, par le Centre de médiation et d’arbitrage de Paris à la demande de l’une d’elles.',
      },
      appointDays: 15,
      mostDays: 60,
      costs: 'equal',
      over: {
        en: 'The mediation is over when an agreement is signed, when the mediator says so in writing, or when its time is up.',
        fr: 'La médiation prend fin par la signature d’un accord, par constat écrit du médiateur ou à l’expiration de sa durée.',
      },
    },
    replaceDays: null,
    startsOn: null,
  };
}
