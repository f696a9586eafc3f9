import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** What happened to an envelope, in words. */
export const eventWords: Readonly<Record<string, MessageDescriptor>> = {
  created: msg({ message: 'Prepared', context: 'trail' }),
  document_added: msg({ message: 'Document added', context: 'trail' }),
  sent: msg({ message: 'Sent', context: 'trail' }),
  invited: msg({ message: 'Link sent by mail', context: 'trail' }),
  reminded: msg({ message: 'Reminder sent', context: 'trail' }),
  opened: msg({ message: 'Documents opened', context: 'trail' }),
  code_sent: msg({ message: 'Code sent by mail', context: 'trail' }),
  code_wrong: msg({ message: 'Wrong code entered', context: 'trail' }),
  consented: msg({ message: 'Agreed to sign electronically', context: 'trail' }),
  signed: msg({ message: 'Signed', context: 'trail' }),
  delegated: msg({ message: 'Signature entrusted to somebody else', context: 'trail' }),
  replaced: msg({ message: 'Signer replaced by the company', context: 'trail' }),
  link_taken: msg({ message: 'Link opened from an account', context: 'trail' }),
  refused: msg({ message: 'Refused', context: 'trail' }),
  completed: msg({ message: 'All have signed', context: 'trail' }),
  expired: msg({ message: 'Time to sign over', context: 'trail' }),
  cancelled: msg({ message: 'Cancelled', context: 'trail' }),
};

/** Why a signature does not hold. */
export const faultWords: Readonly<Record<string, MessageDescriptor>> = {
  range: msg`it does not say soundly what it covers`,
  unreadable: msg`it cannot be read`,
  not_canonical: msg`bytes of the signature itself were changed`,
  document_changed: msg`the document was changed`,
  signature_wrong: msg`the signature is not that of its key`,
  certificate_wrong: msg`the certificate was exchanged`,
  timestamp_wrong: msg`the time stamp is about something else`,
};
