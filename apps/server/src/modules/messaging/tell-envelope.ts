import { decodeId } from '@cordee/core/ids';
import type { Tx } from '../../platform/db/index.ts';
import type { Happened } from '../../platform/outbox/index.ts';
import { envelopesById } from '../signature/index.ts';
import type { MessagingParts } from './parts.ts';
import { writeMail, type Recipient } from './sending/write-mail.ts';
import type { SignatureOverData } from './templates/signature-over.ts';
import { partnersToTell, senderOf, staff } from './who.ts';

/**
 * How an envelope ended, to those of both sides who were not asked to sign: the company's owners and managers, and the partner's people. Signers
 * are written to by the envelope itself.
 */
export async function tellEnvelope(tx: Tx, parts: MessagingParts, workspaceId: string, { id, subject }: Happened): Promise<void> {
  const envelopeId = decodeId('env', subject);
  const told = envelopeId === null ? undefined : (await envelopesById(tx, workspaceId, [envelopeId])).get(envelopeId);
  if (told === undefined) return;
  const { purpose, state, partnerId, signers } = told.envelope;
  const asked = new Set(signers.filter((signer) => signer.state !== 'waiting').map(({ email }) => email.toLowerCase()));
  const sender = await senderOf(tx, parts, workspaceId);
  const partner = partnerId === null ? null : decodeId('prt', partnerId);
  const partners = partner === null ? [] : await partnersToTell(tx, workspaceId, [partner]);
  const places = [
    { shell: 'console', people: await staff(tx, sender, ['owner', 'manager']) },
    { shell: 'portal', people: partners.flatMap(({ recipients }) => recipients) },
  ];
  for (const { shell, people } of places) {
    const link = `${parts.baseUrl}/${shell}/signatures?open=${subject}`;
    for (const person of people.filter(({ address }) => !asked.has(address.toLowerCase()))) {
      await writeOne(tx, parts, sender, person, `${id} ${person.address}`, {
        purpose,
        link,
        state: state as SignatureOverData['state'],
      });
    }
  }
}

function writeOne(
  tx: Tx,
  parts: MessagingParts,
  sender: Awaited<ReturnType<typeof senderOf>>,
  person: Recipient,
  occasion: string,
  told: Omit<SignatureOverData, 'person'>,
): Promise<unknown> {
  const data = () => ({ ...told, person: person.name ?? '' });
  return writeMail(tx, parts, sender, { kind: 'signature_over', to: [person], occasion, data });
}
