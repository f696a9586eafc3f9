import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Application, Qualification, Revealed } from './qualification.queries.ts';

type Words<Key extends string> = Readonly<Record<Key, MessageDescriptor>>;

export const stateWords: Words<Qualification['state']> = {
  open: msg`Being answered`,
  revealed: msg`Revealed`,
  withdrawn: msg({ message: 'Withdrawn', context: 'qualification' }),
  expired: msg`Run out`,
};
export const stateTones = { open: 'wait', revealed: 'good', withdrawn: 'calm', expired: 'calm' } as const;

type Difference = Revealed['differences'][number];

export const severityWords: Words<Difference['severity']> = {
  serious: msg`Far apart`,
  notable: msg`Apart`,
  minor: msg`Slightly apart`,
  aligned: msg`In agreement`,
  unknown: msg({ message: 'Not known', context: 'qualification' }),
  shown: msg`To be read`,
};
export const severityTones = {
  serious: 'bad',
  notable: 'wait',
  minor: 'calm',
  aligned: 'good',
  unknown: 'calm',
  shown: 'calm',
} as const;

export const dimensionWords: Words<Difference['dimension']> = {
  goals: msg`Goals`,
  pace: msg`Pace`,
  risk: msg`Risk`,
  decision: msg`Decisions`,
  information: msg`Information`,
  complementarity: msg`Complementarity`,
  values: msg`Values`,
  capacity: msg`Capacity`,
  exit: msg`Exit`,
};

export const clauseWords: Words<Revealed['clauses'][number]> = {
  objectives: msg`Objectives`,
  duration: msg`Duration`,
  notice: msg`Notice`,
  exclusivity: msg`Exclusivity`,
  payment: msg`Payment`,
  meeting: msg`Meetings`,
  review: msg`Review`,
  decision: msg`Decision-making`,
  escalation: msg`Escalation`,
  mediation: msg`Mediation`,
  confidentiality: msg`Confidentiality`,
  personal_data: msg`Personal data`,
  training: msg`Training`,
  lead_registration: msg`Registration of leads`,
  liability: msg`Liability`,
  compliance: msg`Compliance`,
  non_compete: msg`Non-compete`,
  run_off: msg`Commissions after the end`,
  exit: msg`Exit`,
};

export const decisionWords: Words<'accepted' | 'refused' | 'more_questions'> = {
  accepted: msg({ message: 'Accepted', context: 'qualification' }),
  refused: msg({ message: 'Refused', context: 'qualification' }),
  more_questions: msg`More questions`,
};

export const applicationWords: Words<Application['state']> = {
  unconfirmed: msg`Address not confirmed`,
  waiting: msg`To be answered`,
  asked: msg`Question asked`,
  accepted: msg({ message: 'Accepted', context: 'qualification' }),
  refused: msg({ message: 'Refused', context: 'qualification' }),
  withdrawn: msg({ message: 'Withdrawn', context: 'qualification' }),
};
export const applicationTones = {
  unconfirmed: 'calm',
  waiting: 'wait',
  asked: 'wait',
  accepted: 'good',
  refused: 'bad',
  withdrawn: 'calm',
} as const;

export const traitWords: Words<'registration_number' | 'vat_number' | 'email' | 'email_domain' | 'address' | 'name'> = {
  registration_number: msg`same registration number`,
  vat_number: msg`same VAT number`,
  email: msg`same e-mail address`,
  email_domain: msg`same domain of e-mail`,
  address: msg`same address`,
  name: msg`same name`,
};
export const knownWords: Words<'partner' | 'member' | 'customer'> = {
  partner: msg`Partner`,
  member: msg`Member of the company`,
  customer: msg({ message: 'Customer', context: 'qualification' }),
};
