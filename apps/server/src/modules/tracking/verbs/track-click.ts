import type { ErrorCode } from '@cordee/contract/errors';
import type { ClickAnswer, ClickInput } from '@cordee/contract/tracking';
import { formatInstant, type Instant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import type { ClickRecorder, RecordedClick } from '../clicks/click-recorder.ts';
import { findTarget, findTruncated, type LinkMap, type Site } from '../links/link-map.ts';
import type { Target } from '../links/target.ts';
import type { Agent } from '../redirect/agent.ts';
import { referrerHost } from '../redirect/referrer.ts';
import { cleanSubId, subIdOf } from '../redirect/sub-id.ts';
import { newVisitor } from '../redirect/visitor.ts';
import { mustTrackClicks } from '../tracking.policy.ts';

export interface ClickDesk {
  readonly links: LinkMap;
  readonly lookUp: (site: Site, code: string) => Promise<Target | null> | null;
  /** Reads what has changed in links and workspaces. */
  readonly refresh: () => Promise<void>;
  readonly recorder: ClickRecorder;
  readonly readAgent: (userAgent: string) => Agent;
}

/** Who asks, as the connection shows it; only the script's is the visitor's own. */
export interface Caller {
  readonly address: string;
  readonly userAgent: string;
}

const FUTURE_MS = 5 * 60_000;
const PAST_MS = 400 * 86_400_000;

/**
 * Records a click that did not pass through the redirect, answered once it is durable. Refuses: unknown_reference for a code
 * that is no living link, clock_in_future, invalid_request for an instant a page gives or one beyond 400 days, unavailable.
 * Leaves no audit row: the click is its own record.
 */
export async function trackClick(desk: ClickDesk, context: Context, input: ClickInput, caller: Caller): Promise<ClickAnswer> {
  const path = mustTrackClicks(context.actor);
  const at = instantOf(input, path === 'script', context.now());
  const target = await targetOf(desk, context.workspaceId, input.code);
  const query = queryOf(input.url ?? '');
  const visitorId = input.visitorId ?? newVisitor(at);
  const recorded = desk.recorder.row({
    target,
    at,
    path,
    visitorId,
    knownVisitor: input.visitorId !== undefined,
    client: path === 'script' ? { address: caller.address, agent: desk.readAgent(caller.userAgent) } : null,
    subId: input.subId === undefined ? subIdOf(query) : cleanSubId(input.subId),
    referrerHost: referrerHost(input.referrer ?? ''),
    parameter: input.parameter ?? null,
  });
  await stored(desk.recorder, recorded);
  const clickId = recorded.row.id.text;
  const destination = target.locationOf('', clickId);
  return {
    clickId,
    visitorId,
    ...(recorded.row.flag === null ? {} : { flag: recorded.row.flag }),
    ...(destination === null ? {} : { destination }),
  };
}

function instantOf(input: ClickInput, fromPage: boolean, now: Instant): Instant {
  const at = input.occurredAt;
  if (at === undefined) return now;
  if (fromPage)
    throw refused('invalid_request', 'secret_key', 'Only a secret key may say when.', 'Seule une clé secrète peut dire quand.');
  if (at > now + FUTURE_MS)
    throw refused('clock_in_future', 'not_in_future', 'It lies in the future.', 'Il est dans le futur.', now);
  if (at < now - PAST_MS)
    throw refused('invalid_request', 'not_too_old', 'It is older than 400 days.', 'Il a plus de 400 jours.', now);
  return at;
}

function refused(code: ErrorCode, rule: string, en: string, fr: string, example?: Instant): Refusal {
  const right = example === undefined ? {} : { example: formatInstant(example) };
  return new Refusal(code, [{ path: 'occurredAt', rule, message: { en, fr }, ...right }]);
}

async function targetOf(desk: ClickDesk, workspaceId: string, code: string): Promise<Target> {
  const site = await siteOf(desk, workspaceId);
  const target = site === null ? null : (findTarget(site, code) ?? (await desk.lookUp(site, code)) ?? findTruncated(site, code));
  if (target !== null && !target.isOver) return target;
  throw new Refusal('unknown_reference', [
    {
      path: 'code',
      rule: 'known_code',
      message: { en: 'No living link has this code.', fr: 'Aucun lien en vigueur ne porte ce code.' },
      example: 'anna',
    },
  ]);
}

/** A workspace whose keys are used is there: one that was opened a moment ago is read now. */
async function siteOf(desk: ClickDesk, workspaceId: string): Promise<Site | null> {
  const site = desk.links.siteOfId(workspaceId);
  if (site !== null) return site;
  await desk.refresh();
  return desk.links.siteOfId(workspaceId);
}

function queryOf(url: string): string {
  const [before = ''] = url.split('#', 1);
  const mark = before.indexOf('?');
  return mark < 0 ? '' : before.slice(mark + 1);
}

function stored(recorder: ClickRecorder, recorded: RecordedClick): Promise<void> {
  return new Promise((resolve, reject) => {
    const waiter = { committed: resolve, failed: () => reject(new Refusal('unavailable')) };
    if (!recorder.store(recorded, waiter)) reject(new Refusal('unavailable'));
  });
}
