import type { CharterDocument, CharterKind, ClauseKind, InBoth } from './charter.ts';
import { checkClause } from './check-clause.ts';
import { checkRoles } from './check-roles.ts';
import { checkText, type Tell } from './check-text.ts';
import { type CharterFaultCode, charterFaults } from './fault-sentences.ts';

/** Something wrong with a document: where, and what to do about it. An error keeps it from being approved. */
export interface CharterFault {
  readonly code: CharterFaultCode;
  readonly grade: 'error' | 'warning';
  /** `clauses.2.text.fr` */
  readonly path: string;
  readonly message: InBoth;
}

const always: readonly ClauseKind[] = ['object', 'confidentiality', 'duration', 'termination', 'applicable_law', 'signature'];

/** The subjects a charter of each kind usually has a clause on, beside those all have. */
const expected: Readonly<Record<CharterKind, readonly ClauseKind[]>> = {
  affiliate: ['remuneration', 'personal_data'],
  introducer: ['independence', 'remuneration', 'lead_registration'],
  reseller: ['exclusivity', 'remuneration', 'intellectual_property'],
  supplier: ['payment', 'quality', 'liability'],
  subcontractor: ['payment', 'compliance', 'quality', 'personal_data'],
  client: ['payment', 'liability'],
};

const remunerated: ReadonlySet<CharterKind> = new Set(['affiliate', 'introducer', 'reseller']);
const figure = /^-?\d{1,15}(?:\.\d{1,6})?$/;

/** All that is wrong with a document, or missing in it; empty: it may be approved. */
export function faultsOf(document: CharterDocument): CharterFault[] {
  const faults: CharterFault[] = [];
  const tell: Tell = (code, path) => {
    const { grade, en, fr } = charterFaults[code];
    faults.push({ code, grade, path, message: { en, fr } });
  };
  checkParties(document, tell);
  checkKeys(document, tell);
  if (document.clauses.length === 0) tell('no_clauses', 'clauses');
  for (const [index, clause] of document.clauses.entries()) checkClause(clause, `clauses.${index}`, tell);
  const kinds = new Set(document.clauses.map(({ kind }) => kind));
  for (const kind of [...always, ...expected[document.kind]]) if (!kinds.has(kind)) tell('clause_missing', `clauses.${kind}`);
  checkRoles(document, tell);
  checkWorking(document, tell);
  checkObjectives(document, tell);
  checkEnd(document, kinds, tell);
  if (document.annex === null && remunerated.has(document.kind)) tell('annex_missing', 'annex');
  return faults;
}

/** Whether nothing keeps the document from being approved. */
export function canBeApproved(document: CharterDocument): boolean {
  return faultsOf(document).every(({ grade }) => grade === 'warning');
}

function checkParties({ parties, people }: CharterDocument, tell: Tell): void {
  for (const side of ['company', 'partner'] as const) {
    if (parties[side].name.trim() === '') tell('party_name', `parties.${side}.name`);
    if (!people.some((person) => person.side === side)) tell('people_missing', `people.${side}`);
  }
}

function checkKeys(document: CharterDocument, tell: Tell): void {
  for (const part of ['people', 'clauses', 'roles', 'channels', 'meetings', 'objectives', 'escalation'] as const) {
    const seen = new Set<string>();
    for (const [index, { key }] of document[part].entries()) {
      if (seen.has(key)) tell('key_twice', `${part}.${index}.key`);
      seen.add(key);
    }
  }
}

function checkWorking({ channels, meetings, people }: CharterDocument, tell: Tell): void {
  for (const [index, { use }] of channels.entries()) checkText(use, `channels.${index}.use`, tell);
  for (const [index, { name, people: met }] of meetings.entries()) {
    checkText(name, `meetings.${index}.name`, tell);
    const present = new Set(people.filter(({ key }) => met.includes(key)).map(({ side }) => side));
    if (present.size < 2) tell('meeting_one_sided', `meetings.${index}.people`);
  }
}

function checkObjectives({ objectives, people }: CharterDocument, tell: Tell): void {
  const sideOf = new Map(people.map(({ key, side }) => [key, side]));
  for (const [index, { name, formula, source, target, baseline, owners }] of objectives.entries()) {
    const path = `objectives.${index}`;
    for (const [part, text] of Object.entries({ name, formula, source })) checkText(text, `${path}.${part}`, tell);
    if (!figure.test(target)) tell('figure', `${path}.target`);
    if (baseline !== null && !figure.test(baseline)) tell('figure', `${path}.baseline`);
    for (const side of ['company', 'partner'] as const) {
      if (sideOf.get(owners[side]) !== side) tell('owner_side', `${path}.owners.${side}`);
    }
  }
}

function checkEnd({ exit, escalation, mediation }: CharterDocument, kinds: ReadonlySet<ClauseKind>, tell: Tell): void {
  for (const part of ['data', 'customers', 'assets'] as const) checkText(exit[part], `exit.${part}`, tell, true);
  if (escalation.length === 0) tell('escalation_none', 'escalation');
  for (const [index, { level }] of escalation.entries()) checkText(level, `escalation.${index}.level`, tell);
  if (mediation === null) {
    if (kinds.has('mediation')) tell('mediation_clause', 'mediation');
    return;
  }
  const { appointedBy, over, appointDays, mostDays } = mediation;
  const isWhole = [appointedBy.fr, appointedBy.en, over.fr, over.en].every((text) => text.trim() !== '');
  if (!isWhole || appointDays < 1 || mostDays < appointDays) tell('mediation_incomplete', 'mediation');
}
