import type { EnvelopeAnswer, EnvelopeDetail } from '@cordee/contract/signature';
import { encodeId } from '@cordee/core/ids';
import { formatInstant, type Instant } from '@cordee/core/time';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Wire } from '../../platform/http/index.ts';
import { ownPartner } from '../../platform/own-partner.ts';
import type { EnvelopeRecord, SignerRecord } from './envelope.store.ts';
import { selectEvents } from './envelope-write.store.ts';

const textOf = (at: Instant | null) => (at === null ? null : formatInstant(at));

/** An envelope in the words of the contract. */
export function envelopeToContract(record: EnvelopeRecord): Wire<EnvelopeAnswer> {
  return {
    id: encodeId('env', record.id),
    purpose: record.purpose,
    subject: record.subject,
    partnerId: record.partnerId === null ? null : encodeId('prt', record.partnerId),
    state: record.state,
    order: record.order,
    createdAt: formatInstant(record.createdAt),
    sentAt: textOf(record.sentAt),
    expiresAt: formatInstant(record.expiresAt),
    endedAt: textOf(record.endedAt),
    remindEveryDays: record.remindEveryDays,
    message: record.message,
    reason: record.reason,
    signers: record.signers.map(signerToContract),
  };
}

function signerToContract(signer: SignerRecord) {
  const { id, name, email, side, language, turn, state, delegatedFrom, signedAt, reason } = signer;
  const from = delegatedFrom === null ? null : encodeId('sgn', delegatedFrom);
  return {
    id: encodeId('sgn', id),
    name,
    email,
    side,
    language,
    turn,
    state,
    delegatedFrom: from,
    signedAt: textOf(signedAt),
    reason,
  };
}

/** With documents and trail. Where somebody sat when signing is for the company only; the trail of the bundle has it whole. */
export async function envelopeDetail(
  tx: Tx,
  { workspaceId, actor }: Context,
  record: EnvelopeRecord,
): Promise<Wire<EnvelopeDetail>> {
  const events = await selectEvents(tx, workspaceId, record.id);
  const names = new Map(record.signers.map(({ id, name }) => [encodeId('sgn', id), name]));
  const isPartner = ownPartner(actor) !== null;
  return {
    ...envelopeToContract(record),
    documents: record.documents.map(({ number, name, length, sha256, currentSha256 }) => {
      return { number, name, bytes: length, sha256, currentSha256 };
    }),
    events: events.map(({ number, at, kind, by, data, hash }) => {
      const { address: _address, agent: _agent, ...rest } = data;
      return { number, at: formatInstant(at), kind, by: names.get(by) ?? by, data: isPartner ? rest : data, hash };
    }),
  };
}
