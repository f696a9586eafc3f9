import { localDateOf } from '@cordee/core/time';
import type { SignatureLetters, SignerToTell } from '../signature/index.ts';
import type { MessagingParts } from './parts.ts';
import { writeMail } from './sending/write-mail.ts';
import { senderOf } from './who.ts';

/** Writes to signers, who need no account, in the transaction of what it tells. */
export function writeToSigners(parts: MessagingParts): SignatureLetters {
  const to = ({ name, email, language }: SignerToTell) => [{ name, address: email, language }];
  return {
    async asked(tx, workspaceId, signer, { purpose, message, link, again, until }) {
      const sender = await senderOf(tx, parts, workspaceId);
      // Its last day is whole.
      const end = localDateOf(until - 1, sender.zone);
      const told = { workspace: sender.name, person: signer.name, purpose, message, link, again, end };
      await writeMail(tx, parts, sender, { kind: 'signature_asked', to: to(signer), data: () => told });
    },
    async code(tx, workspaceId, signer, { purpose, code, minutes }) {
      const sender = await senderOf(tx, parts, workspaceId);
      const told = { person: signer.name, purpose, code, minutes };
      await writeMail(tx, parts, sender, { kind: 'signature_code', to: to(signer), data: () => told });
    },
    async over(tx, workspaceId, signer, { purpose, state, link }) {
      const sender = await senderOf(tx, parts, workspaceId);
      const told = { person: signer.name, purpose, state, link };
      await writeMail(tx, parts, sender, { kind: 'signature_over', to: to(signer), data: () => told });
    },
  };
}
