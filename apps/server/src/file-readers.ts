import { mayReadCharter } from './modules/charter/index.ts';
import { mayReadClaim } from './modules/claim/index.ts';
import { mayReadBrief, mayReadDispute } from './modules/dispute/index.ts';
import { mayReadObligation } from './modules/obligation/index.ts';
import { mayReadEvidence } from './modules/qualification/index.ts';
import { mayReadProof } from './modules/tax/index.ts';
import type { FileReaders } from './platform/files/index.ts';

/** Who may read what files belong to, by the prefix of its ids. A module whose things refer to files adds its line. */
export const fileReaders: FileReaders = {
  chr: mayReadCharter,
  clm: mayReadClaim,
  evd: mayReadEvidence,
  dbr: mayReadBrief,
  dsp: mayReadDispute,
  obl: mayReadObligation,
  txp: mayReadProof,
};
