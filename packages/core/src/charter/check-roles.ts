import type { Absence, CharterDocument, Person, RoleLine } from './charter.ts';
import { checkText, type Tell } from './check-text.ts';

/** Exactly one answers for each activity over both companies, somebody does it, and nobody is named whom the charter does not know. */
export function checkRoles(document: CharterDocument, tell: Tell): void {
  const people = new Map(document.people.map((person) => [person.key, person]));
  for (const [index, line] of document.roles.entries()) checkLine(line, people, `roles.${index}`, tell);
  for (const [index, meeting] of document.meetings.entries()) mustKnow(meeting.people, people, `meetings.${index}.people`, tell);
  for (const [index, step] of document.escalation.entries()) {
    mustKnow(step.people, people, `escalation.${index}.people`, tell);
    if (step.decides !== undefined) mustKnow([step.decides], people, `escalation.${index}.decides`, tell);
  }
  for (const [index, absence] of document.absences.entries()) {
    checkAbsence(absence, document.absences, people, `absences.${index}`, tell);
  }
}

type People = ReadonlyMap<string, Person>;

function checkLine(line: RoleLine, people: People, path: string, tell: Tell): void {
  const { activity, accountable, responsible, consulted, informed, tieRule } = line;
  checkText(activity, `${path}.activity`, tell);
  for (const [role, keys] of Object.entries({ accountable, responsible, consulted, informed })) {
    mustKnow(keys, people, `${path}.${role}`, tell);
  }
  const chosen = new Set(accountable);
  if (chosen.size === 0) tell('accountable_none', `${path}.accountable`);
  else if (tieRule === null && chosen.size > 1) tell('accountable_many', `${path}.accountable`);
  else if (tieRule !== null && !isPair([...chosen], people)) tell('co_decision', `${path}.tieRule`);
  if (responsible.length === 0) tell('responsible_none', `${path}.responsible`);
}

/** Two who decide together are one of each side. */
function isPair(keys: readonly string[], people: People): boolean {
  return keys.length === 2 && new Set(keys.map((key) => people.get(key)?.side)).size === 2;
}

function mustKnow(keys: readonly string[], people: People, path: string, tell: Tell): void {
  for (const [index, key] of keys.entries()) if (!people.has(key)) tell('person_unknown', `${path}.${index}`);
}

function checkAbsence(absence: Absence, all: readonly Absence[], people: People, path: string, tell: Tell): void {
  const { person, delegate, from, to } = absence;
  mustKnow([person], people, `${path}.person`, tell);
  mustKnow([delegate], people, `${path}.delegate`, tell);
  if (from >= to) tell('absence_order', `${path}.to`);
  const isOther = person !== delegate && people.get(person)?.side === people.get(delegate)?.side;
  if (!isOther) tell('absence_self', `${path}.delegate`);
  const isAway = all.some((other) => other.person === delegate && other.from < to && from < other.to);
  if (isAway) tell('absence_chain', `${path}.delegate`);
}

/** Who answers for an activity on a day: those named, or who stands in for them. */
export function accountableOn({ absences }: Pick<CharterDocument, 'absences'>, line: RoleLine, day: string): string[] {
  return line.accountable.map(
    (key) => absences.find(({ person, from, to }) => person === key && from <= day && day < to)?.delegate ?? key,
  );
}
