import { expect, test } from 'vitest';
import { frenchHolidays } from '../deadline/index.ts';
import { isLocalDate } from '../time/index.ts';
import { act, advance, mediationStep, openDispute, type ProofCase, proofGaps, usualLadderOn, usualLadders } from './index.ts';

const place = { calendar: frenchHolidays, region: null };
const usual = usualLadderOn('2026-06-01');
const { mediation } = usual;
if (mediation === null) throw new Error('the usual ladder ends in a mediation');
const last = mediationStep(mediation, usual);
const ladder = [
  { kind: 'talks', days: 2, dayKind: 'business', briefs: 'blind', pauses: 'one_side', decides: 'both' } as const,
  ...(last === null ? [] : [last]),
];

function walked(): ProofCase {
  const opened = openDispute('partner', '2026-06-01');
  const written = act(opened, ladder, place, '2026-06-01', { kind: 'submit_brief', side: 'partner' });
  if (typeof written === 'string') throw new Error(written);
  const told = [1, 2].flatMap((step) => (['company', 'partner'] as const).map((side) => ({ step, side })));
  return {
    dispute: advance(written, ladder, place, '2026-12-01'),
    ladder,
    charterVersion: 2,
    mediation,
    details: { company: 'SAS, RCS Grenoble 732 829 320', partner: 'SARL, RCS Annecy 552 100 554' },
    told,
    isMediatorNamed: true,
  };
}

test('a way that was gone to its end lacks nothing', () => {
  expect(proofGaps(walked())).toEqual([]);
});

const empty = { fr: ' ', en: '' };
test.each([
  ['no_charter', { charterVersion: null }],
  ['no_clause', { mediation: null }],
  ['party_company', { details: { company: ' ', partner: 'x' } }],
  ['party_partner', { details: { company: 'x', partner: '' } }],
  ['appointment', { mediation: { ...mediation, appointedBy: empty } }],
  ['appoint_days', { mediation: { ...mediation, appointDays: 0 } }],
  ['time_limit', { mediation: { ...mediation, mostDays: null } }],
  ['costs', { mediation: { ...mediation, costs: null } }],
  ['end', { mediation: { ...mediation, over: { fr: 'Fin', en: '' } } }],
  ['notice', { told: [{ step: 1, side: 'company' as const }] }],
  ['mediator_not_named', { isMediatorNamed: false }],
] as const)('%s is said when it lacks, and alone', (gap, changed) => {
  expect(proofGaps({ ...walked(), ...changed })).toEqual([gap]);
});

test('a dispute that has just begun lacks its written attempt, its end and its mediation', () => {
  const gaps = proofGaps({ ...walked(), dispute: openDispute('partner', '2026-06-01') });
  expect(gaps).toEqual(['written_attempt', 'steps_left', 'mediation_not_begun']);
});

test('the ladders that come with the program say since when they hold, and where they come from', () => {
  for (const { validFrom, source, rungs } of usualLadders) {
    expect(isLocalDate(validFrom) && source.fr !== '' && source.en !== '' && rungs.length > 0).toBe(true);
  }
  expect(usualLadderOn('1990-01-01')).toBe(usualLadders[0]);
});
