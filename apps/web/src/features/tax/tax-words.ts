import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Details, PartnerTax, Policy } from './tax.queries.ts';

type Tone = 'good' | 'wait' | 'bad' | 'calm';

export const kindWords: Readonly<Record<NonNullable<Details['kind']>, MessageDescriptor>> = {
  business: msg`Business`,
  association: msg`Association`,
  private_person: msg`Private person`,
  employee_of_third_party: msg`Employee of a third party`,
};

export const statusWords: Readonly<Record<NonNullable<Details['vatStatus']>, MessageDescriptor>> = {
  liable: msg`Liable to VAT`,
  exempt: msg`Exempt as a small business`,
  not_taxable: msg`Not a taxable person`,
};

export const detailsWords: Readonly<Record<Details['state'], MessageDescriptor>> = {
  proposed: msg({ message: 'Proposed', context: 'tax details' }),
  accepted: msg({ message: 'Accepted', context: 'tax details' }),
  refused: msg({ message: 'Refused', context: 'tax details' }),
  replaced: msg({ message: 'Replaced', context: 'tax details' }),
};
export const detailsTones: Readonly<Record<Details['state'], Tone>> = {
  proposed: 'wait',
  accepted: 'good',
  refused: 'bad',
  replaced: 'calm',
};

export const outcomeWords: Readonly<Record<PartnerTax['decision']['outcome'], MessageDescriptor>> = {
  invoice: msg({ message: 'Invoice', context: 'tax decision' }),
  receipt: msg({ message: 'Receipt', context: 'tax decision' }),
  review: msg({ message: 'To review', context: 'tax decision' }),
  blocked: msg({ message: 'No document yet', context: 'tax decision' }),
};
export const outcomeTones: Readonly<Record<PartnerTax['decision']['outcome'], Tone>> = {
  invoice: 'good',
  receipt: 'good',
  review: 'wait',
  blocked: 'bad',
};

export const vatWords: Readonly<Record<PartnerTax['vat']['state'], MessageDescriptor>> = {
  not_checked: msg({ message: 'Not checked yet', context: 'VAT number' }),
  valid: msg({ message: 'Valid', context: 'VAT number' }),
  invalid: msg({ message: 'Not valid', context: 'VAT number' }),
  unavailable: msg({ message: 'Nobody could say', context: 'VAT number' }),
};
export const vatTones: Readonly<Record<PartnerTax['vat']['state'], Tone>> = {
  not_checked: 'wait',
  valid: 'good',
  invalid: 'bad',
  unavailable: 'wait',
};

export const policyWords: Readonly<Record<Policy['uncheckedVat'], MessageDescriptor>> = {
  block: msg`It waits`,
  warn: msg`It is made, with a warning`,
  allow: msg`It is made`,
};

export const holdWords: Readonly<Record<Policy['payoutsHold'], MessageDescriptor>> = {
  nobody: msg`Nobody`,
  reviews: msg`Those whose rule holds payment`,
  all: msg`All whose document is not settled`,
};
