import type { Language } from '../language/index.ts';
import { formatDate } from '../time/index.ts';
import type { CharterDocument, Objective, RoleLine } from './charter.ts';
import { charterWords, type CharterWords } from './charter-words.ts';
import { clauseText } from './placeholders.ts';

/** One numbered piece of a charter: a clause (“4”), or a line of an annex (“B2”). */
export interface Article {
  /** The same in every version: `clause:object`, `role:leads`. */
  readonly id: string;
  readonly number: string;
  readonly heading: string;
  readonly text: string;
}

/** What stands under one title. */
export interface CharterSection {
  /** `clauses`, or the part it tells. */
  readonly id: string;
  /** The annex's letter; null of what comes first. */
  readonly letter: string | null;
  readonly heading: string;
  readonly articles: readonly Article[];
}

interface Draft {
  readonly id: string;
  readonly heading: string;
  readonly lines: readonly { readonly id: string; readonly heading: string; readonly text: string }[];
}

/**
 * The charter in one language, in numbered pieces: validity and parties, the clauses, then the annexes that have something in them.
 * Everything of the document is stated, so two that differ never read the same in both languages. What people wrote is text, never markup.
 */
export function renderCharter(document: CharterDocument, language: Language): CharterSection[] {
  const words = charterWords[language];
  const nameOf = namesOf(document);
  const head = headOf(document, words, language);
  const clauses = document.clauses.map((clause, index) => ({
    id: `clause:${clause.key}`,
    number: String(index + 1),
    heading: clause.title[language],
    text: clauseText(clause, language),
  }));
  const annexes = [
    rolesOf(document, words, language, nameOf),
    channelsOf(document, words, language, nameOf),
    objectivesOf(document, words, language, nameOf),
    annexOf(document, words, language),
    exitOf(document, words, language),
    escalationOf(document, words, language, nameOf),
  ].filter(({ lines }) => lines.length > 0);
  return [
    { id: 'head', letter: null, heading: words.heading.parties, articles: head.map((line) => ({ ...line, number: '' })) },
    { id: 'clauses', letter: null, heading: '', articles: clauses },
    ...annexes.map(({ id, heading, lines }, index) => {
      const letter = String.fromCharCode(65 + index);
      return { id, letter, heading, articles: lines.map((line, place) => ({ ...line, number: `${letter}${place + 1}` })) };
    }),
  ];
}

/** All pieces of a charter in their order. */
export function articlesOf(document: CharterDocument, language: Language): Article[] {
  return renderCharter(document, language).flatMap(({ articles }) => articles);
}

type NameOf = (keys: readonly string[]) => string;

function namesOf({ people }: CharterDocument): NameOf {
  const names = new Map(people.map(({ key, name }) => [key, name]));
  return (keys) => (keys.length === 0 ? '–' : keys.map((key) => names.get(key) ?? key).join(', '));
}

function headOf(
  { parties, people, prevailing, startsOn, replaceDays, kind }: CharterDocument,
  words: CharterWords,
  language: Language,
) {
  const { company, partner } = parties;
  const details = [company, partner]
    .map(({ name, details: more }) => `${name}${more === '' ? '' : `${words.colon} ${more}`}`)
    .join('\n');
  const told = people.map(({ name, title, side }) => `${name}${title === '' ? '' : `, ${title}`} (${words.side[side]})`);
  const rules = [
    `${words.kind[kind][0]?.toUpperCase()}${words.kind[kind].slice(1)}.`,
    words.starts(startsOn === null ? null : formatDate(startsOn, language)),
    words.replace(replaceDays),
    charterPrevails(prevailing, language),
  ];
  return [
    { id: 'parties', heading: words.heading.parties, text: `${words.between(company.name, partner.name)}\n${details}` },
    { id: 'rules', heading: words.heading.rules, text: rules.join(' ') },
    { id: 'people', heading: words.heading.people, text: told.join('\n') },
  ];
}

const prevails = {
  en: { en: 'The English text prevails where the two differ.', fr: 'The French text prevails where the two differ.' },
  fr: {
    en: 'Le texte anglais prévaut en cas de différence entre les deux.',
    fr: 'Le texte français prévaut en cas de différence entre les deux.',
  },
} as const;

/** Which of the two languages decides, in the words of one of them. */
export function charterPrevails(prevailing: Language, language: Language): string {
  return prevails[language][prevailing];
}

function rolesOf({ roles, absences }: CharterDocument, words: CharterWords, language: Language, nameOf: NameOf): Draft {
  const lineOf = ({ accountable, responsible, consulted, informed, tieRule }: RoleLine) =>
    [
      `${words.accountable}${words.colon} ${nameOf(accountable)}.`,
      ...(tieRule === null ? [] : [words.tie[tieRule]]),
      `${words.responsible}${words.colon} ${nameOf(responsible)}.`,
      `${words.consulted}${words.colon} ${nameOf(consulted)}.`,
      `${words.informed}${words.colon} ${nameOf(informed)}.`,
    ].join(' ');
  const lines = roles.map((role) => ({ id: `role:${role.key}`, heading: role.activity[language], text: lineOf(role) }));
  const away = absences.map(({ person, delegate, from, to }) => ({
    id: `absence:${person}:${from}`,
    heading: nameOf([person]),
    text: words.absence(nameOf([delegate]), formatDate(from, language), formatDate(to, language)),
  }));
  return { id: 'roles', heading: words.heading.roles, lines: [...lines, ...away] };
}

function channelsOf({ channels, meetings }: CharterDocument, words: CharterWords, language: Language, nameOf: NameOf): Draft {
  const ways = channels.map(({ key, use, means, answerHours }) => ({
    id: `channel:${key}`,
    heading: use[language],
    text: answerHours === null ? means : `${means}, ${words.answer(answerHours)}`,
  }));
  const met = meetings.map(({ key, name, cadence, minutes, people }) => ({
    id: `meeting:${key}`,
    heading: name[language],
    text: words.meeting(words.cadence[cadence], minutes, nameOf(people)),
  }));
  return { id: 'channels', heading: words.heading.channels, lines: [...ways, ...met] };
}

function objectivesOf({ objectives }: CharterDocument, words: CharterWords, language: Language, nameOf: NameOf): Draft {
  const told = ({ direction, target, unit, baseline, by, formula, source, frequency, owners }: Objective) => {
    const aim = `${direction === 'up' ? words.up : words.down} ${target} ${unit}`;
    return [
      words.objective(aim, baseline === null ? null : `${baseline} ${unit}`, formatDate(by, language)),
      words.measured(formula[language], source[language], words.cadence[frequency]),
      words.owners(nameOf([owners.company]), nameOf([owners.partner])),
    ].join(' ');
  };
  const lines = objectives.map((one) => ({ id: `objective:${one.key}`, heading: one.name[language], text: told(one) }));
  return { id: 'objectives', heading: words.heading.objectives, lines };
}

function annexOf({ annex }: CharterDocument, words: CharterWords, language: Language): Draft {
  if (annex === null) return { id: 'annex', heading: words.heading.annex, lines: [] };
  const first = { id: 'annex', heading: words.heading.annex, text: annexHead(annex, words) };
  const clauses = annex.clauses[language].map(({ number, ruleId, heading, text }) => ({
    id: `annex:${ruleId ?? heading}`,
    heading: `${number}. ${heading}`,
    text,
  }));
  return { id: 'annex', heading: words.heading.annex, lines: [first, ...clauses] };
}

function annexHead({ planName, version, hash }: NonNullable<CharterDocument['annex']>, words: CharterWords): string {
  return `${words.annexOf(planName, version)} ${words.annexHash(hash)}`;
}

function exitOf({ exit }: CharterDocument, words: CharterWords, language: Language): Draft {
  const said = (['data', 'customers', 'assets'] as const)
    .map((part) => ({ id: `exit:${part}`, heading: words[part], text: exit[part][language] }))
    .filter(({ text }) => text.trim() !== '');
  const rules = [words.runOff(exit.runOffMonths), words.balance(exit.balanceDays), words.access(exit.accessDays)].join(' ');
  return { id: 'exit', heading: words.heading.exit, lines: [...said, { id: 'exit', heading: words.heading.exit, text: rules }] };
}

function escalationOf(document: CharterDocument, words: CharterWords, language: Language, nameOf: NameOf): Draft {
  const { escalation, mediation } = document;
  const steps = escalation.map(({ key, level, people, businessDays, decides }) => ({
    id: `escalation:${key}`,
    heading: level[language],
    text: [words.step(nameOf(people), businessDays), decides === undefined ? '' : words.decides(nameOf([decides]))]
      .join(' ')
      .trim(),
  }));
  const last =
    mediation === null ? [] : [{ id: 'mediation', heading: words.mediation, text: mediationOf(mediation, words, language) }];
  return { id: 'escalation', heading: words.heading.escalation, lines: [...steps, ...last] };
}

function mediationOf(
  { appointedBy, appointDays, mostDays, costs, over }: NonNullable<CharterDocument['mediation']>,
  words: CharterWords,
  language: Language,
): string {
  return words.mediationText(appointedBy[language], appointDays, mostDays, words.costs[costs], over[language]);
}
