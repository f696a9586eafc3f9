import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { JointFact, Move, Person, Stage, VisibilityItem } from './partnership.queries.ts';

type Words<Key extends string> = Readonly<Record<Key, MessageDescriptor>>;
type Tone = 'good' | 'wait' | 'bad' | 'calm';

/** In the order a partnership goes through them. */
export const stageWords: Words<Stage> = {
  prospect: msg({ message: 'Prospect', context: 'stage' }),
  qualifying: msg({ message: 'Qualifying', context: 'stage' }),
  negotiating: msg({ message: 'Negotiating', context: 'stage' }),
  onboarding: msg({ message: 'Onboarding', context: 'stage' }),
  active: msg({ message: 'Active', context: 'stage' }),
  under_review: msg({ message: 'Under review', context: 'stage' }),
  renewing: msg({ message: 'Renewing', context: 'stage' }),
  leaving: msg({ message: 'Leaving', context: 'stage' }),
  ended: msg({ message: 'Ended', context: 'stage' }),
};
export const stageOrder = Object.keys(stageWords) as Stage[];

type GateState = Move['gates'][number]['state'];
export const gateWords: Words<GateState> = {
  met: msg({ message: 'Met', context: 'gate' }),
  open: msg({ message: 'Missing', context: 'gate' }),
  unknown: msg({ message: 'Not known', context: 'gate' }),
  not_asked: msg({ message: 'Not asked', context: 'gate' }),
};
export const gateTones: Readonly<Record<GateState, Tone>> = { met: 'good', open: 'bad', unknown: 'wait', not_asked: 'calm' };

export const roleWords: Words<Person['role']> = {
  sponsor: msg({ message: 'Sponsor', context: 'role in a partnership' }),
  manager: msg({ message: 'Partnership manager', context: 'role in a partnership' }),
  operations: msg({ message: 'Operations', context: 'role in a partnership' }),
  finance: msg({ message: 'Finance', context: 'role in a partnership' }),
  legal: msg({ message: 'Legal', context: 'role in a partnership' }),
  technical: msg({ message: 'Technical', context: 'role in a partnership' }),
};

export const jointKindWords: Words<JointFact['kind']> = {
  decision: msg`Decision`,
  figure: msg`Agreed figure`,
  meeting: msg({ message: 'Meeting', context: 'joint fact' }),
  contact: msg`Change of contact`,
};

export const jointStateWords: Words<JointFact['state']> = {
  proposed: msg({ message: 'Waiting for the other side', context: 'joint fact' }),
  confirmed: msg({ message: 'Joint fact', context: 'joint fact' }),
  contested: msg({ message: 'Contested', context: 'joint fact' }),
  withdrawn: msg({ message: 'Withdrawn', context: 'joint fact' }),
};
export const jointTones: Readonly<Record<JointFact['state'], Tone>> = {
  proposed: 'wait',
  confirmed: 'good',
  contested: 'bad',
  withdrawn: 'calm',
};

export const sharedWords: Words<VisibilityItem['kind']> = {
  stage: msg`The stage of the partnership, and what the next ones ask`,
  why: msg`How each commission was computed`,
  response_statistics: msg`How fast and how the company answers claims`,
  company_people: msg`Everybody of the company in this partnership, not only the main contact`,
  partner_people: msg`Everybody of the partner in this partnership, not only the main contact`,
};
