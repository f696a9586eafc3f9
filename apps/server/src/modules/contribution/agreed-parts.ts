import type { DeclareContribution } from '@cordee/contract/contribution-body';
import type { FieldFault } from '@cordee/contract/errors';
import type { Terms } from '@cordee/core/counting';
import { addRates, compareRates, formatRate, ONE_RATE, parseRate, ratePercentText, ZERO_RATE } from '@cordee/core/money';
import { Refusal } from '../../platform/refusal.ts';

type Share = Extract<DeclareContribution, { kind: 'agreement' }>['shares'][number];

export interface AgreedPart {
  readonly enrollmentId: string;
  readonly share: string;
  readonly path: string;
}

/** The parts of a split, exact. Refuses `invalid_request` unless they are of different enrollments of one program and make the whole. */
export function agreedParts(shares: readonly Share[], { enrollments }: Terms): AgreedPart[] {
  const faults: FieldFault[] = [];
  const seen = new Set<string>();
  const programs = new Set<string>();
  let total = ZERO_RATE;
  const parts = shares.map(({ enrollmentId, share }, index) => {
    const path = `shares[${index}]`;
    const part = parseRate(share) ?? ZERO_RATE;
    if (part.numerator <= 0n) faults.push({ path: `${path}.share`, rule: 'positive', message: isNothing, example: '50%' });
    if (seen.has(enrollmentId)) faults.push({ path: `${path}.enrollmentId`, rule: 'distinct', message: isTwice });
    seen.add(enrollmentId);
    total = addRates(total, part);
    const programId = enrollments.get(enrollmentId)?.programId;
    if (programId !== undefined) programs.add(programId);
    return { enrollmentId, share: formatRate(part), path: `${path}.enrollmentId` };
  });
  if (compareRates(total, ONE_RATE) !== 0) {
    const [en, fr] = [ratePercentText(total, 'en'), ratePercentText(total, 'fr')];
    faults.push({
      path: 'shares',
      rule: 'whole',
      message: {
        en: `The parts must make 100% together; they make ${en}.`,
        fr: `Les parts doivent faire 100 % ; elles font ${fr}.`,
      },
    });
  }
  if (programs.size > 1) faults.push({ path: 'shares', rule: 'one_program', message: isMixed });
  if (faults.length > 0) throw new Refusal('invalid_request', faults);
  return parts;
}

const isNothing = { en: 'A part must be above zero.', fr: 'Une part doit être supérieure à zéro.' };
const isTwice = { en: 'Each enrollment has one part.', fr: 'Chaque adhésion a une seule part.' };
const isMixed = {
  en: 'The enrollments must be of one program.',
  fr: 'Les adhésions doivent être d’un même programme.',
};
