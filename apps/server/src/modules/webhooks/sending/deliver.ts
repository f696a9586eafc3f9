import { encodeId } from '@cordee/core/ids';
import type { Instant } from '@cordee/core/time';
import { transaction, withWorkspace, type Tx } from '../../../platform/db/index.ts';
import { OutboundError } from '../../../platform/outbound/index.ts';
import { recordAudit } from '../../../platform/verb.ts';
import type { WebhookParts } from '../parts.ts';
import { webhookToContract } from '../webhook-answer.ts';
import { disableWebhook, findWebhook, noteFailure, noteSuccess, type WebhookRecord } from '../webhook.store.ts';
import { askForDelivery } from './ask-for-delivery.ts';
import { nextTry, retryAfterMs } from './back-off.ts';
import { claimDeliveries, nextDue, settleDelivery, type ClaimedDelivery, type Settled, type Try } from './delivery.store.ts';
import { signedHeaders } from './sign.ts';

const AT_ONCE = 8;
const TIMEOUT_MS = 15_000;
/** Longer than a try can take. */
const LEASE_MS = 30_000;
/** A job goes on for that long, then makes room for others and asks to be run again. */
const TURN_MS = 20_000;
/** Before a receiver that accepted nothing is tried with the next of what is due. */
const REST_MS = 30_000;
const DISABLED_AFTER_MS = 5 * 86_400_000;
const EXCERPT_BYTES = 1024;

/**
 * Sends what is due for a webhook, several at a time, and asks to be run again for the rest. At least once: a process that
 * dies between the call and its note leaves the delivery to be sent again, under the same id.
 */
export async function deliver(parts: WebhookParts, workspaceId: string, webhookId: string, signal: AbortSignal): Promise<void> {
  const began = parts.now();
  let isWorthwhile = true;
  while (isWorthwhile && !signal.aborted && parts.now() - began < TURN_MS) {
    const taken = await claim(parts, workspaceId, webhookId);
    if (taken === null || taken.deliveries.length === 0) break;
    const { webhook, deliveries } = taken;
    const accepted = await Promise.all(deliveries.map((delivery) => send(parts, workspaceId, webhook, delivery)));
    // Nobody listens at the moment: the rest would only be refused as well.
    isWorthwhile = accepted.some(Boolean);
  }
  await inWorkspace(parts, workspaceId, async (tx) => {
    const webhook = await findWebhook(tx, workspaceId, webhookId);
    if (webhook?.state !== 'active') return;
    const due = await nextDue(tx, workspaceId, webhookId);
    if (due === null) return;
    const now = parts.now();
    await askForDelivery(tx, workspaceId, webhookId, now, isWorthwhile || due > now ? due : now + REST_MS);
  });
}

function inWorkspace<T>({ db }: WebhookParts, workspaceId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(db, async (tx) => {
    await withWorkspace(tx, workspaceId);
    return work(tx);
  });
}

function claim(parts: WebhookParts, workspaceId: string, webhookId: string) {
  return inWorkspace(parts, workspaceId, async (tx) => {
    const webhook = await findWebhook(tx, workspaceId, webhookId);
    if (webhook?.state !== 'active') return null;
    // One that fails is tried with one event at a time, until something is accepted again.
    const limit = webhook.failingSince === null ? AT_ONCE : 1;
    return { webhook, deliveries: await claimDeliveries(tx, workspaceId, webhookId, parts.now(), LEASE_MS, limit) };
  });
}

/** True when it was accepted. */
async function send(
  parts: WebhookParts,
  workspaceId: string,
  webhook: WebhookRecord,
  delivery: ClaimedDelivery,
): Promise<boolean> {
  const { tried, retryAfter } = await call(parts, webhook, delivery);
  const isAccepted = tried.status !== null && tried.status >= 200 && tried.status < 300;
  await inWorkspace(parts, workspaceId, async (tx) => {
    const now = parts.now();
    const settled = isAccepted ? ({ state: 'delivered', at: now } as const) : afterFailure(delivery.attempts, now, retryAfter);
    await settleDelivery(tx, workspaceId, webhook.id, delivery.sequence, tried, settled);
    if (isAccepted) await noteSuccess(tx, workspaceId, webhook.id, now);
    else await judgeFailure(tx, parts, workspaceId, webhook, tried, now);
  });
  return isAccepted;
}

async function call(parts: WebhookParts, webhook: WebhookRecord, { eventId, body }: ClaimedDelivery) {
  const at = parts.now();
  const headers = signedHeaders(secretsAt(parts, webhook, at), encodeId('evt', eventId), at, body);
  try {
    const answer = await parts.outbound(webhook.url, {
      method: 'POST',
      headers,
      body,
      timeoutMs: TIMEOUT_MS,
      maxBytes: EXCERPT_BYTES,
      tooLarge: 'cut',
    });
    const tried: Try = {
      at,
      status: answer.status,
      fault: null,
      durationMs: parts.now() - at,
      response: answer.body.toString('utf8').replaceAll('\0', '\uFFFD'),
    };
    return { tried, retryAfter: retryAfterMs(answer.headers['retry-after'], parts.now()) };
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    const fault = error.reason === 'too_large' ? 'failed' : error.reason;
    const tried: Try = { at, status: null, fault, durationMs: parts.now() - at, response: null };
    return { tried, retryAfter: null };
  }
}

function secretsAt({ sealer }: WebhookParts, webhook: WebhookRecord, at: Instant): string[] {
  const secrets = [sealer.open(webhook.secret)];
  if (webhook.formerSecret !== null && webhook.formerUntil !== null && webhook.formerUntil > at) {
    secrets.push(sealer.open(webhook.formerSecret));
  }
  return secrets;
}

function afterFailure(attempts: number, now: Instant, retryAfter: number | null): Settled {
  const nextAt = nextTry(attempts, now, Math.random(), retryAfter);
  return nextAt === null ? { state: 'failed', at: now } : { state: 'waiting', nextAt };
}

/** A receiver that says it is gone, or has accepted nothing for days, is not called any more until somebody looks. */
async function judgeFailure(tx: Tx, { now }: WebhookParts, workspaceId: string, webhook: WebhookRecord, tried: Try, at: Instant) {
  const since = await noteFailure(tx, workspaceId, webhook.id, at);
  const reason = tried.status === 410 ? 'gone' : at - since >= DISABLED_AFTER_MS ? 'failures' : null;
  if (reason === null || !(await disableWebhook(tx, workspaceId, webhook.id, reason))) return;
  const after = await findWebhook(tx, workspaceId, webhook.id);
  const actor = { kind: 'system', job: 'webhooks.deliver' } as const;
  await recordAudit(
    tx,
    { workspaceId, actor, now, requestId: 'webhooks.deliver' },
    {
      action: 'webhook.disabled',
      subject: encodeId('whk', webhook.id),
      before: webhookToContract(webhook),
      ...(after === null ? {} : { after: webhookToContract(after) }),
    },
  );
}
