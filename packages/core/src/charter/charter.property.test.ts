import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  accountableOn,
  applyChange,
  articlesOf,
  canBeApproved,
  canonicalText,
  charterKinds,
  charterTerms,
  clauseLibrary,
  clauseText,
  compareCharters,
  divergences,
  faultsOf,
  isSamePart,
  placeholdersOf,
  presetCharter,
  takeClause,
  versionOn,
  withValues,
  type CharterChange,
  type CharterDocument,
  type CharterKind,
  type Clause,
} from './index.ts';

const people = [
  { key: 'ana', side: 'company', name: 'Ana', title: 'Partnerships' },
  { key: 'leo', side: 'company', name: 'Léo', title: 'Sales' },
  { key: 'zoe', side: 'partner', name: 'Zoé', title: 'Director' },
] as const;

function charter(kind: CharterKind = 'introducer'): CharterDocument {
  const party = (name: string) => ({ name, details: '' });
  return presetCharter({ kind, prevailing: 'fr', company: party('Alpine'), partner: party('Lac'), people });
}

const codes = (document: CharterDocument) => faultsOf(document).map(({ code, path }) => `${code} ${path}`);

const words = fc.constantFrom('notice', 'préavis', '<b>bold</b>', '{days}', '{unknown}', 'months', '&', '"quoted"', '\n');
const texts = fc.array(words, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(' '));
const both = fc.record({ fr: texts, en: texts });
const clauses: fc.Arbitrary<Clause> = fc.record({
  key: fc.constantFrom('object_introducer', 'confidentiality', 'own', 'more'),
  kind: fc.constantFrom('object' as const, 'other' as const),
  from: fc.constant(null),
  title: both,
  text: both,
  values: fc.record({ days: fc.integer({ min: 0, max: 99_999 }) }),
  terms: fc.constant([]),
});
const changes: fc.Arbitrary<CharterChange> = fc.oneof(
  clauses.chain((after) =>
    fc.record({
      part: fc.constant('clause' as const),
      key: fc.constant(after.key),
      after: fc.constantFrom(after, null),
      at: fc.nat(5),
    }),
  ),
  fc.constantFrom('fr' as const, 'en' as const).map((after) => ({ part: 'prevailing' as const, after })),
  fc.record({ part: fc.constant('replaceDays' as const), after: fc.option(fc.integer({ min: 1, max: 90 })) }),
  fc.record({ part: fc.constant('startsOn' as const), after: fc.constantFrom(null, '2027-01-01', '2028-02-29') }),
);
const documents = fc
  .tuple(fc.constantFrom(...charterKinds), fc.array(changes, { maxLength: 6 }))
  .map(([kind, all]) => all.reduce(applyChange, charter(kind)));

describe('what charters begin with', () => {
  test.each(charterKinds)('a charter of a %s can be approved as it is, but for the remuneration that is missing', (kind) => {
    const found = codes(charter(kind));
    expect(found.filter((code) => code !== 'annex_missing annex')).toEqual([]);
    expect(canBeApproved(charter(kind))).toBe(true);
  });

  test('every clause of the library says the same values in both languages, and no other', () => {
    expect(clauseLibrary.length).toBeGreaterThanOrEqual(30);
    expect(new Set(clauseLibrary.map(({ key }) => key)).size).toBe(clauseLibrary.length);
    for (const clause of clauseLibrary) {
      const names = Object.keys(clause.values).toSorted();
      for (const language of ['fr', 'en'] as const) {
        expect(placeholdersOf(clause.text[language]).toSorted(), `${clause.key} ${language}`).toEqual(names);
      }
      expect(isSamePart(takeClause(clause).terms, clause.termsOf(clause.values))).toBe(true);
    }
  });

  test('other values are other words and other duties', () => {
    const clause = charter().clauses.find(({ key }) => key === 'vigilance');
    if (clause === undefined) throw new Error('the preset has no clause on vigilance');
    const changed = withValues(clause, { months: 3 });
    expect(clauseText(changed, 'en')).toContain('every 3 months');
    expect(changed.terms).toMatchObject([{ kind: 'document', cadence: { every: 3, pace: 'month' } }]);
    const drifted = { ...changed, terms: clause.terms };
    expect(codes(applyChange(charter(), { part: 'clause', key: 'vigilance', after: drifted }))).toContainEqual(
      expect.stringMatching(/^terms_differ/),
    );
  });
});

describe('roles', () => {
  const line = { ...(charter().roles[0] as CharterDocument['roles'][number]), responsible: ['ana'] };
  const withLine = (more: object) => codes(applyChange(charter(), { part: 'roles', after: [{ ...line, ...more }] }));

  test.each([
    ['nobody', { accountable: [] }, 'accountable_none roles.0.accountable'],
    ['two', { accountable: ['ana', 'zoe'] }, 'accountable_many roles.0.accountable'],
    ['two of one side who decide together', { accountable: ['ana', 'leo'], tieRule: 'escalate' }, 'co_decision roles.0.tieRule'],
    ['one, with a tie rule', { accountable: ['ana'], tieRule: 'escalate' }, 'co_decision roles.0.tieRule'],
    ['a stranger', { accountable: ['bob'] }, 'person_unknown roles.0.accountable.0'],
    ['nobody who does it', { responsible: [] }, 'responsible_none roles.0.responsible'],
  ])('%s is refused', (_, more, fault) => {
    expect(withLine(more)).toContain(fault);
  });

  test('two who decide together, one of each side, need to say who decides in a tie', () => {
    expect(withLine({ accountable: ['ana', 'zoe'], tieRule: 'sponsors_decide' })).toEqual(codes(charter()));
  });

  test('who stands in answers from the first day away up to the day before the return', () => {
    const absences = [{ person: 'ana', delegate: 'leo', from: '2026-08-01', to: '2026-08-16' }];
    const days = ['2026-07-31', '2026-08-01', '2026-08-15', '2026-08-16'];
    expect(days.flatMap((day) => accountableOn({ absences }, line, day))).toEqual(['ana', 'leo', 'leo', 'ana']);
    const chained = [...absences, { person: 'leo', delegate: 'ana', from: '2026-08-10', to: '2026-08-20' }];
    expect(codes(applyChange(charter(), { part: 'absences', after: chained }))).toEqual(
      expect.arrayContaining(['absence_chain absences.0.delegate', 'absence_chain absences.1.delegate']),
    );
  });
});

describe('differences', () => {
  test('two documents that differ in anything that is said read differently', () => {
    fc.assert(
      fc.property(documents, changes, (document, change) => {
        const after = applyChange(document, change);
        const told = (['fr', 'en'] as const).some((language) => compareCharters(document, after, language).length > 0);
        expect(told).toBe(!isSamePart(said(document), said(after)));
      }),
    );
  });

  test('what stayed and what came makes the later text, what stayed and what went the former one', () => {
    fc.assert(
      fc.property(documents, changes, fc.constantFrom('fr' as const, 'en' as const), (before, change, language) => {
        const after = applyChange(before, change);
        for (const { runs, before: was, after: is } of compareCharters(before, after, language, true)) {
          const textOf = (without: string) =>
            runs
              .filter(({ kind }) => kind !== without)
              .map(({ text }) => text)
              .join('');
          if (is !== null) expect(squeezed(textOf('removed'))).toBe(squeezed(`${is.heading}. ${is.text}`));
          if (was !== null) expect(squeezed(textOf('added'))).toBe(squeezed(`${was.heading}. ${was.text}`));
        }
        const ids = compareCharters(before, after, language, true)
          .filter(({ after: is }) => is !== null)
          .map(({ id }) => id);
        expect(ids).toEqual(articlesOf(after, language).map(({ id }) => id));
      }),
    );
  });

  test('a language that moved alone is told, both together are not', () => {
    fc.assert(
      fc.property(both, fc.constantFrom('fr' as const, 'en' as const), (text, language) => {
        const before = charter();
        const key = 'confidentiality';
        const clause = before.clauses.find((one) => one.key === key);
        if (clause === undefined) throw new Error('the preset has no such clause');
        const alone = { ...clause, text: { ...clause.text, [language]: `${text[language]} x` } };
        const moved = applyChange(before, { part: 'clause', key, after: alone });
        expect(divergences(before, moved)).toMatchObject([{ key, changed: language, prevails: language === 'fr' }]);
        const together = { ...clause, text: { fr: `${text.fr} x`, en: `${text.en} x` } };
        expect(divergences(before, applyChange(before, { part: 'clause', key, after: together }))).toEqual([]);
        const spaced = { ...clause, text: { ...clause.text, [language]: `  ${clause.text[language]}\n` } };
        expect(divergences(before, applyChange(before, { part: 'clause', key, after: spaced }))).toEqual([]);
      }),
    );
  });
});

test('the canonical text does not depend on the order of fields', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const turned = Object.fromEntries(Object.entries(document).toReversed()) as unknown as CharterDocument;
      expect(canonicalText(turned)).toBe(canonicalText(document));
      expect(JSON.parse(canonicalText(document))).toEqual(JSON.parse(JSON.stringify(document)));
    }),
  );
});

test('at most one version holds on a day: the one that began last', () => {
  const versions = fc.array(
    fc.record({
      state: fc.constantFrom('own' as const, 'shared' as const, 'approved' as const, 'announced' as const, 'signed' as const),
      holdsFrom: fc.constantFrom(null, '2026-01-01', '2026-06-30', '2027-01-01'),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(versions, fc.constantFrom('2025-12-31', '2026-03-01', '2027-01-01'), (drawn, day) => {
      const all = drawn.map((one, index) => ({ ...one, number: index + 1 }));
      const found = versionOn(all, day, null);
      const holding = all.filter(
        ({ state, holdsFrom }) => (state === 'signed' || state === 'announced') && holdsFrom !== null && holdsFrom <= day,
      );
      expect(found === null).toBe(holding.length === 0);
      for (const { holdsFrom, number } of holding) {
        const isBehind =
          (holdsFrom ?? '') < (found?.holdsFrom ?? '') || (holdsFrom === found?.holdsFrom && number <= (found?.number ?? 0));
        expect(isBehind).toBe(true);
      }
      expect(versionOn(all, day, day)).toBeNull();
    }),
  );
});

test('what falls due cites the article it comes from', () => {
  const ids = new Set(articlesOf(charter(), 'en').map(({ id }) => id));
  const cited = charterTerms(charter())
    .map(({ article }) => article)
    .filter((id) => id !== 'escalation');
  expect(cited.filter((id) => !ids.has(id))).toEqual([]);
  expect(cited).toContain('clause:vigilance');
});

function squeezed(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

/** All that a document says: where a clause stands, its kind and a value that no text names say nothing. */
function said(document: CharterDocument): unknown {
  const told = document.clauses.map((clause) => {
    const text = { fr: clauseText(clause, 'fr'), en: clauseText(clause, 'en') };
    return { key: clause.key, title: clause.title, text };
  });
  return { ...document, clauses: told.toSorted((left, right) => (left.key < right.key ? -1 : 1)) };
}
