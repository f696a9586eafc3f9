import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { TimelineEntry } from './partner.queries.ts';

type Of<Kind extends TimelineEntry['kind']> = Extract<TimelineEntry, { kind: Kind }>;

export const factWords: Readonly<Record<Of<'fact'>['factKind'], MessageDescriptor>> = {
  click: msg`Click`,
  lead: msg`Lead`,
  lead_qualified: msg`Qualified lead`,
  sale: msg`Sale`,
  refund: msg`Refund`,
  refund_failed: msg`Failed refund`,
  dispute_opened: msg`Dispute opened`,
  dispute_won: msg`Dispute won`,
  dispute_lost: msg`Dispute lost`,
  cancellation: msg`Cancellation`,
  referral: msg`Partner referred`,
  deal: msg`Registered deal`,
  introduction: msg`Introduction`,
  contribution: msg`Declared contribution`,
  agreement: msg`Agreed split`,
  contribution_ended: msg`Contribution ended`,
  commission_approved: msg`Commission approved`,
  commission_held: msg`Commission held`,
  commission_unheld: msg`Hold lifted`,
  commission_refused: msg`Commission refused`,
  maturity: msg`End of holds`,
  payout_started: msg`Payout started`,
  payout_confirmed: msg`Payout confirmed`,
  payout_rejected: msg`Payout rejected`,
  currency_exchanged: msg`Currency exchange`,
  invoice_issued: msg`Invoice issued`,
  credit_note_issued: msg`Credit note issued`,
  debt_planned: msg`Debt put under a plan`,
  debt_kept_back: msg`Debt kept back`,
  debt_paid: msg`Debt paid by the partner`,
  debt_waived: msg`Debt waived`,
  debt_returned: msg`Debt back from a plan`,
};

export const payoutWords: Readonly<Record<Of<'payout'>['step'], MessageDescriptor>> = {
  started: msg`Payout started`,
  confirmed: msg`Payout confirmed`,
  rejected: msg`Payout rejected`,
};

export const enrollmentWords: Readonly<Record<Of<'enrollment'>['state'], MessageDescriptor>> = {
  pending: msg`Enrollment waiting`,
  active: msg`Enrollment active`,
  paused: msg`Enrollment paused`,
  ended: msg`Enrollment ended`,
};

/** What both sides stated, as it stands now. */
export const jointWords: Readonly<Record<Of<'joint'>['jointFact']['state'], MessageDescriptor>> = {
  proposed: msg`Stated, to be confirmed`,
  confirmed: msg`Joint fact`,
  contested: msg`Stated and contested`,
  withdrawn: msg`Stated and withdrawn`,
};

/** What people did to the partner itself; what has no word here is shown as the audit trail names it. */
export const actionWords: Readonly<Record<string, MessageDescriptor>> = {
  'partner.created': msg`Partner added`,
  'partner.changed': msg`Details changed`,
  'partner.archived': msg`Partner archived`,
  'partner.tagged': msg`Tags added`,
  'partner.untagged': msg`Tags removed`,
  'partner.certified': msg`Certificate recorded`,
  'obligation.created': msg`Obligation added`,
  'obligation.terms_set': msg`Obligations set`,
  'obligation.handed_in': msg`Obligation handed in`,
  'obligation.refused': msg`Proof of an obligation refused`,
  'obligation.waived': msg`Obligation waived`,
  'obligation.missed': msg`Obligation declared missed`,
  'obligation.late': msg`Obligation late`,
  'obligation.not_kept': msg`Obligation missed`,
  'obligation.kept': msg`Obligation kept`,
  'obligation.ended': msg`Obligation ended`,
  'dispute.opened': msg({ message: 'Dispute opened', context: 'dispute' }),
  'dispute.said': msg`Message in a dispute`,
  'dispute.brief_submitted': msg`Brief handed in in a dispute`,
  'dispute.pause_asked': msg`Pause of a dispute asked for`,
  'dispute.paused': msg`Dispute paused`,
  'dispute.resumed': msg`Dispute resumed`,
  'dispute.extension_asked': msg`More days asked for in a dispute`,
  'dispute.extended': msg`More days agreed in a dispute`,
  'dispute.declined': msg`Request in a dispute declined`,
  'dispute.stepped_up': msg`Dispute one step up`,
  'dispute.exhausted': msg`Dispute without agreement`,
  'dispute.mediator_named': msg`Mediator named`,
  'dispute.mediation_ended': msg`Mediation ended`,
  'dispute.proposed': msg`Decision of a dispute proposed`,
  'dispute.accepted': msg`Dispute settled`,
  'dispute.refused': msg`Decision of a dispute refused`,
  'dispute.decided': msg`Dispute decided`,
  'dispute.withdrawn': msg`Dispute withdrawn`,
  'dispute.reminded': msg`Step of a dispute ends soon`,
  'partnership.visibility_changed': msg`What is shown changed`,
  'portal.viewed': msg`Portal looked at`,
  'embed_token.created': msg`Portal opened in your application`,
};

/** Groups of the timeline, as the filter offers them, with the kinds the API knows. */
export const timelineGroups = {
  facts: { kinds: 'fact,payout', word: msg`Facts and payouts` },
  terms: { kinds: 'stage,enrollment,plan', word: msg`Stages and enrollments` },
  notes: { kinds: 'note', word: msg`Notes` },
  joint: { kinds: 'joint', word: msg`Joint facts` },
  changes: { kinds: 'audit', word: msg`What people did` },
} as const;
export type TimelineGroup = keyof typeof timelineGroups;
