import { decodeId } from '@cordee/core/ids';
import type { ClaimKind } from '@cordee/core/claim';
import { localDateOf, parseInstant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import type { Happened } from '../../platform/outbox/index.ts';
import { claimWords } from '../claim/index.ts';
import type { MessagingParts } from './parts.ts';
import { writeMail } from './sending/write-mail.ts';
import type { ClaimNews } from './templates/claim-news.ts';
import type { ClaimPress } from './templates/claim-to-answer.ts';
import type { ClaimTold } from './templates/claim-words.ts';
import { partnersToTell, senderOf, staff } from './who.ts';

type Data = Readonly<Record<string, unknown>>;

/** Whom each row of the audit trail about a claim is for: the side that did not do it, both where the clock did. */
const forStaff: ReadonlySet<string> = new Set([
  'opened',
  'replied',
  'said',
  'withdrawn',
  'reminded',
  'overdue',
  'accepted_automatically',
]);
const forPartner: ReadonlySet<string> = new Set([
  'opened',
  'asked',
  'said',
  'accepted',
  'partly_accepted',
  'refused',
  'withdrawn',
  'accepted_automatically',
  'settled',
]);

/** Writes to the other side about a claim: what was written or decided, and to the company that its days run out. */
export async function tellClaim(tx: Tx, parts: MessagingParts, workspaceId: string, happened: Happened): Promise<void> {
  const { id, action, actor, subject, after } = happened;
  const event = action.slice('claim.'.length);
  const claimId = decodeId('clm', subject);
  const { partnerId, kind, expected, deadline, terms, settlement, entries } = data(after);
  const partner = decodeId('prt', String(partnerId));
  if (claimId === null || partner === null) return;
  const sender = await senderOf(tx, parts, workspaceId);
  const [told] = await partnersToTell(tx, workspaceId, [partner]);
  const until = parseInstant(String(deadline));
  const eventId = data(expected)['eventId'];
  const common: Omit<ClaimTold, 'place'> = {
    workspace: sender.name,
    partner: told?.name ?? '',
    kind: String(kind) as ClaimKind,
    order: typeof eventId === 'string' ? eventId : null,
    words: event === 'accepted_automatically' ? null : await claimWords(tx, workspaceId, claimId, Number(entries)),
    // Its last day is whole.
    lastDay: until === null ? null : localDateOf(until - 1, sender.zone),
  };
  const by = sideOf(actor);
  if (by !== 'company' && forStaff.has(event)) {
    const isUnsettled = event === 'accepted_automatically' && data(settlement)['by'] === null;
    const press = { event: event as ClaimPress, isAutomatic: data(terms)['automatic'] === true, isUnsettled };
    const letter = { ...common, ...press, place: `${parts.baseUrl}/console/claims/${subject}` };
    const to = await staff(tx, sender, ['owner', 'manager']);
    await writeMail(tx, parts, sender, { kind: 'claim_to_answer', to, occasion: id, data: () => letter });
  }
  if (by !== 'partner' && forPartner.has(event) && told !== undefined) {
    const letter = { ...common, event: event as ClaimNews, place: `${parts.baseUrl}/portal/claims/${subject}` };
    await writeMail(tx, parts, sender, {
      kind: 'claim_news',
      to: told.recipients,
      occasion: `${id} partner`,
      data: () => letter,
    });
  }
}

function sideOf(actor: unknown): 'partner' | 'company' | 'clock' {
  const { kind, role } = data(actor);
  if (kind === 'system') return 'clock';
  return role === 'partner' ? 'partner' : 'company';
}

function data(value: unknown): Data {
  return typeof value === 'object' && value !== null ? (value as Data) : {};
}
