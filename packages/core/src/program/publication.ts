import { addDays, type Instant } from '../time/index.ts';

export interface PublishedVersion {
  readonly publishedAt: Instant;
  readonly effectiveAt: Instant;
  readonly noticeDays: number;
}

export type PublicationDecision =
  | { readonly ok: true; readonly effectiveAt: Instant }
  /** `notice`: too soon after the publication; `overlap`: not after a version that is already announced. */
  | { readonly ok: false; readonly reason: 'notice' | 'overlap'; readonly earliest: Instant };

/**
 * When a version published at `publishedAt` takes effect. The notice is that of the version in force (of the last announced
 * one while none is), in days of `zone`; without a wish the version takes effect as soon as the notice allows. Effective
 * instants strictly increase, so that no two versions hold at once. The first version changes nothing for anybody: it may
 * take effect at any instant, past ones included, so that an existing history can be brought in.
 */
export function decidePublication(
  published: readonly PublishedVersion[],
  wish: Instant | null,
  publishedAt: Instant,
  zone: string,
): PublicationDecision {
  const last = latest(published);
  if (last === undefined) return { ok: true, effectiveAt: wish ?? publishedAt };
  const inForce = latest(published.filter((version) => version.effectiveAt <= publishedAt)) ?? last;
  const noticeEnd = addDays(publishedAt, inForce.noticeDays, zone);
  const effectiveAt = wish ?? noticeEnd;
  const earliest = Math.max(noticeEnd, last.effectiveAt + 1);
  if (effectiveAt < noticeEnd) return { ok: false, reason: 'notice', earliest };
  if (effectiveAt <= last.effectiveAt) return { ok: false, reason: 'overlap', earliest };
  return { ok: true, effectiveAt };
}

function latest(versions: readonly PublishedVersion[]): PublishedVersion | undefined {
  let found: PublishedVersion | undefined;
  for (const version of versions) {
    if (found === undefined || version.effectiveAt >= found.effectiveAt) found = version;
  }
  return found;
}
