import type { WebhookEventType } from '@cordee/contract/webhook-events';
import type { Happened } from '../../../platform/outbox/index.ts';
import type { News } from './tell.ts';

type Data = Readonly<Record<string, unknown>>;

interface Told {
  readonly type: WebhookEventType;
  /** `after` as it is, unless said otherwise. */
  readonly data?: (after: Data, subject: string) => Data;
}

const enrollmentChanged: Told = {
  type: 'enrollment.changed',
  // From when a change of plan holds stands beside the enrollment in the audit trail.
  data: (after) => Object.fromEntries(Object.entries(after).filter(([field]) => field !== 'from')),
};

function payout(type: WebhookEventType): Told {
  // The audit trail keeps amounts as text.
  return { type, data: (after) => ({ ...after, amount: Number(after['amount']) }) };
}

function contribution(type: WebhookEventType): Told {
  return {
    type,
    data: (after) => {
      const { conflicts: _, despiteConflicts: __, ...told } = after;
      const { expectedAmount: amount } = told;
      return { ...told, expectedAmount: typeof amount === 'string' ? Number(amount) : null };
    },
  };
}

function claim(type: WebhookEventType): Told {
  return {
    type,
    data: (after) => {
      const { expected, entries: _, ...told } = after;
      const eventId = isData(expected) && typeof expected['eventId'] === 'string' ? expected['eventId'] : null;
      return { ...told, eventId };
    },
  };
}

/** Which rows of the audit trail are told, and as what. */
const byAction: Readonly<Record<string, Told>> = {
  'partner.created': { type: 'partner.created' },
  'partner.changed': { type: 'partner.changed' },
  'partner.archived': { type: 'partner.archived' },
  'partner.stage_changed': {
    type: 'partner.stage_changed',
    data: ({ stage, reason = null }, partnerId) => ({ partnerId, stage, reason }),
  },
  'enrollment.created': { type: 'enrollment.created' },
  'enrollment.pending': enrollmentChanged,
  'enrollment.active': enrollmentChanged,
  'enrollment.paused': enrollmentChanged,
  'enrollment.ended': enrollmentChanged,
  'enrollment.plan_changed': enrollmentChanged,
  'program.changed': { type: 'program.changed' },
  'program.terms_changed': { type: 'program.changed' },
  'contribution.declared': contribution('contribution.declared'),
  'contribution.confirmed': contribution('contribution.changed'),
  'contribution.refused': contribution('contribution.changed'),
  'contribution.withdrawn': contribution('contribution.changed'),
  'claim.opened': claim('claim.opened'),
  'claim.asked': claim('claim.changed'),
  'claim.replied': claim('claim.changed'),
  'claim.accepted': claim('claim.changed'),
  'claim.partly_accepted': claim('claim.changed'),
  'claim.refused': claim('claim.changed'),
  'claim.withdrawn': claim('claim.changed'),
  'claim.settled': claim('claim.changed'),
  'claim.accepted_automatically': claim('claim.changed'),
  'plan.published': {
    type: 'plan.published',
    data: ({ planId, number, effectiveAt }, versionId) => ({ planId, versionId, number, effectiveAt }),
  },
  'link.created': { type: 'link.created' },
  'link.ended': { type: 'link.ended' },
  'payout.started': payout('payout.started'),
  'payout.confirmed': payout('payout.confirmed'),
  'payout.rejected': payout('payout.rejected'),
  'import.finished': { type: 'import.finished' },
  'connection.event_failed': { type: 'connection.event_failed' },
};

/** What a row of the audit trail is told as; null when it is nobody's business. */
export function newsOfAudit({ action, subject, at, before, after }: Happened): News | null {
  const told = byAction[action];
  if (told === undefined || !isData(after)) return null;
  const shape = told.data ?? ((data: Data) => data);
  const data = shape(after, subject);
  const changes = isData(before) ? changesOf(shape(before, subject), data) : {};
  return { type: told.type, at, data, ...(Object.keys(changes).length === 0 ? {} : { changes }) };
}

function changesOf(before: Data, after: Data): Record<string, { old: unknown; new: unknown }> {
  const changed = Object.keys(after).filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  return Object.fromEntries(changed.map((field) => [field, { old: before[field] ?? null, new: after[field] }]));
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
