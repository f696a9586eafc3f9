import type { MailAnswer } from '@cordee/contract/messaging';
import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { MailRecord } from './mail.store.ts';

export function mailToContract(mail: MailRecord): MailAnswer {
  return {
    id: encodeId('mal', mail.id),
    kind: mail.kind,
    recipient: mail.recipient,
    language: mail.language,
    subject: mail.subject,
    state: mail.state,
    attempts: mail.attempts,
    fault: mail.fault,
    createdAt: formatInstant(mail.createdAt),
    endedAt: mail.endedAt === null ? null : formatInstant(mail.endedAt),
  };
}
