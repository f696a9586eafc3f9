import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ActName, Decision, Dispute, DisputeDetail, DisputeFilter, Side } from './dispute.queries.ts';

type Words<Key extends string> = Readonly<Record<Key, MessageDescriptor>>;

export const stateWords: Words<Dispute['state']> = {
  open: msg({ message: 'Open', context: 'dispute' }),
  paused: msg({ message: 'Paused', context: 'dispute' }),
  settled: msg({ message: 'Settled', context: 'dispute' }),
  decided: msg({ message: 'Decided', context: 'dispute' }),
  exhausted: msg`No agreement`,
  withdrawn: msg({ message: 'Withdrawn', context: 'dispute' }),
};

export const stateTones: Readonly<Record<Dispute['state'], 'good' | 'wait' | 'bad' | 'calm'>> = {
  open: 'wait',
  paused: 'calm',
  settled: 'good',
  decided: 'good',
  exhausted: 'bad',
  withdrawn: 'calm',
};

export const filterWords: Words<DisputeFilter> = {
  running: msg`Running`,
  to_answer: msg`Waiting for us`,
  exhausted: msg`No agreement`,
  over: msg({ message: 'Over', context: 'dispute' }),
};

export const subjectWords: Words<Dispute['subject']['kind']> = {
  commission: msg`A commission`,
  statement: msg`A statement`,
  invoice: msg`An invoice`,
  obligation: msg`An obligation`,
  clause: msg`A clause of the charter`,
  claim: msg`A claim`,
  other: msg`Something else`,
};

export const reasonWords: Words<NonNullable<DisputeDetail['pause']>['reason']> = {
  documents: msg`Waiting for documents`,
  expert: msg`An expert’s opinion`,
  absence: msg`Somebody is away`,
  holidays: msg`Holidays both agree on`,
  court: msg`Proceedings before a court`,
  agreed: msg`Both agree to`,
};

export const actWords: Words<Exclude<ActName, 'submit_brief' | 'propose' | 'decide'>> = {
  say: msg`Write`,
  pause: msg`Pause`,
  resume: msg({ message: 'Resume', context: 'dispute' }),
  extend: msg`Ask for more days`,
  agree: msg({ message: 'Agree', context: 'dispute' }),
  decline: msg`Decline or take back`,
  step_up: msg`Go one step up`,
  name_mediator: msg`Name the mediator`,
  end_mediation: msg`End the mediation`,
  accept: msg`Accept this decision`,
  refuse: msg`Refuse or take back`,
  withdraw: msg`Withdraw the dispute`,
};

export const outcomeWords: Words<Decision['outcome']> = {
  granted: msg`What was asked is granted`,
  partly_granted: msg`Granted in part`,
  rejected: msg`What was asked is rejected`,
  compromise: msg`A compromise`,
};

export const decisionWords: Words<Decision['state']> = {
  waiting: msg`Waits for an answer`,
  accepted: msg({ message: 'Accepted', context: 'decision' }),
  refused: msg({ message: 'Refused', context: 'decision' }),
  replaced: msg({ message: 'Replaced', context: 'decision' }),
  decided: msg`Decided by who was named`,
  lapsed: msg`Lapsed`,
};

export const decisionTones: Readonly<Record<Decision['state'], 'good' | 'wait' | 'bad' | 'calm'>> = {
  waiting: 'wait',
  accepted: 'good',
  refused: 'bad',
  replaced: 'calm',
  decided: 'good',
  lapsed: 'calm',
};

export const partWords = {
  facts: msg`The facts`,
  position: msg`How this side sees it`,
  asks: msg({ message: 'What it asks', context: 'brief' }),
  proposal: msg`What it proposes`,
  accepts: msg`What it would accept`,
} as const;

export const sideWords: Words<Side | 'clock' | 'both'> = {
  company: msg`the company`,
  partner: msg`the partner`,
  clock: msg`the clock`,
  both: msg`both sides`,
};

export const entryWords: Words<DisputeDetail['entries'][number]['kind']> = {
  opened: msg({ message: 'Dispute opened', context: 'dispute' }),
  said: msg({ message: 'Message', context: 'dispute' }),
  brief_submitted: msg`Brief handed in`,
  pause_asked: msg`Pause asked for`,
  paused: msg`Clock paused`,
  resumed: msg`Clock runs again`,
  extension_asked: msg`More days asked for`,
  extended: msg`More days agreed`,
  declined: msg`Request declined or taken back`,
  stepped_up: msg`One step up`,
  exhausted: msg`The last step is over`,
  mediator_named: msg`Mediator named`,
  mediation_ended: msg`Mediation ended`,
  proposed: msg`Decision proposed`,
  accepted: msg`Decision accepted`,
  refused: msg`Decision refused or taken back`,
  decided: msg({ message: 'Decided', context: 'dispute' }),
  withdrawn: msg`Dispute withdrawn`,
  read: msg({ message: 'Read', context: 'dispute' }),
  reminded: msg`Reminder sent`,
  notified: msg`Mail sent`,
};

export const costWords: Words<NonNullable<NonNullable<DisputeDetail['mediation']>['costs']>> = {
  equal: msg`Half each`,
  asking_side: msg`Who asks for it`,
  company: msg`The company`,
  partner: msg`The partner`,
};
