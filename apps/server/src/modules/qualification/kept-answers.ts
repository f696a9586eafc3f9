import { randomBytes } from 'node:crypto';
import { seal, type Answers, type Sealed } from '@cordee/core/qualification';
import type { Side } from '@cordee/core/partnership';
import { encodeId } from '@cordee/core/ids';
import { sha256, type Sealer } from '../../platform/crypto/index.ts';
import type { QualificationRecord } from './qualification.store.ts';

/** What is unreadable at rest: the answers of a side and the nonce of its seal. */
export interface Kept {
  readonly answers: Answers;
  readonly nonce: string;
}

export function openKept(sealer: Sealer, sealed: Buffer | null): Kept {
  if (sealed === null) return { answers: {}, nonce: randomBytes(32).toString('hex') };
  return JSON.parse(sealer.open(sealed)) as Kept;
}

export function closeKept(sealer: Sealer, kept: Kept): Buffer {
  return sealer.seal(JSON.stringify(kept));
}

/** The seal of a side of a qualification. */
export function sealOf({ id, hash }: Pick<QualificationRecord, 'id' | 'hash'>, side: Side, { answers, nonce }: Kept): string {
  const sealed: Sealed = { roundId: encodeId('qlf', id), questionnaireHash: hash, side, nonce, answers };
  return seal(sealed, (text) => sha256(text).toString('hex'));
}
