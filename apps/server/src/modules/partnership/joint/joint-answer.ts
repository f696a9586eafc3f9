import type { JointFact } from '@cordee/contract/joint-fact';
import { encodeId } from '@cordee/core/ids';
import type { Side } from '@cordee/core/partnership';
import { formatInstant } from '@cordee/core/time';
import type { JointRecord } from './joint-fact.store.ts';

export function jointToContract(joint: JointRecord, reader: Side): JointFact {
  const { id, partnerId, proposedAt, answeredAt, ...same } = joint;
  return {
    ...same,
    id: encodeId('jnt', id),
    partnerId: encodeId('prt', partnerId),
    proposedAt: formatInstant(proposedAt),
    answeredAt: answeredAt === null ? null : formatInstant(answeredAt),
    isYours: joint.proposedBy === reader,
  };
}

/** What the audit trail keeps: not what people wrote. */
export function jointToAudit({ partnerId, kind, on, state, proposedBy }: JointRecord): object {
  return { partnerId: encodeId('prt', partnerId), kind, on, state, proposedBy };
}
