import { msg } from '@lingui/core/macro';

/** Why the last day is that one. */
export const basisWords = {
  notice: msg`by the notice of the charter`,
  term: msg`by the term of the charter`,
  said: msg`as its end was said before`,
  law: msg`by law, which asks for more than the charter`,
  nothing: msg`at once: nothing is agreed about it`,
} as const;

export const ownerWords = { company: msg`Company`, partner: msg`Partner`, both: msg`Both` } as const;

export const stateWords = {
  noticed: msg`Notice was given`,
  begun: msg`Leaving`,
  settled: msg`Final account made`,
  ended: msg({ message: 'Ended', context: 'leaving' }),
  withdrawn: msg`Notice withdrawn`,
} as const;

export const stateTones = { noticed: 'wait', begun: 'wait', settled: 'wait', ended: 'calm', withdrawn: 'calm' } as const;

export const owedWords = {
  company: msg`to be paid to the partner`,
  partner: msg`owed by the partner`,
  nobody: msg`nothing is owed`,
  open: msg`not known yet`,
} as const;

export const entryWords = {
  noticed: msg`Notice given`,
  end_offered: msg`Another last day proposed`,
  withdrawal_offered: msg`Withdrawal of the notice proposed`,
  agreed: msg`Agreed`,
  declined: msg`Declined`,
  taken_back: msg`Proposal taken back`,
  begun: msg`Leaving begun`,
  step_done: msg`Step done`,
  settled: msg`Final account made`,
  ended: msg`Partnership ended`,
} as const;

export const archiveWords = {
  waiting: msg`Waiting`,
  running: msg`Being written`,
  done: msg`Ready`,
  failed: msg`Failed`,
  expired: msg`Its days are over`,
} as const;

export const archiveTones = { waiting: 'wait', running: 'wait', done: 'good', failed: 'bad', expired: 'calm' } as const;
