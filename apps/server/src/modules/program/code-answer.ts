import type { Coupon, Link } from '@cordee/contract/enrollment';
import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { CouponRecord, LinkRecord } from './code.store.ts';
import type { WorkspaceSettings } from './program.store.ts';

export function linkToContract(link: LinkRecord, workspace: WorkspaceSettings, baseUrl: string): Link {
  return {
    ...ownedToContract(link),
    id: encodeId('lnk', link.id),
    url: `${redirectBase(workspace, baseUrl)}/${link.code}`,
    destinationUrl: link.destinationUrl,
    subId: link.subId,
  };
}

export function couponToContract(coupon: CouponRecord): Coupon {
  return { ...ownedToContract(coupon), id: encodeId('cpn', coupon.id) };
}

/** Our own address must name the workspace, unless it is one of the workspace's hosts; those stand for it alone. */
function redirectBase({ slug, trackingHosts }: WorkspaceSettings, baseUrl: string): string {
  const own = new URL(baseUrl).hostname;
  const [first] = trackingHosts;
  if (first === undefined) return `${baseUrl}/r/${slug}`;
  return trackingHosts.some((host) => host.toLowerCase() === own) ? `${baseUrl}/r` : `https://${first}/r`;
}

function ownedToContract(owned: CouponRecord) {
  return {
    enrollmentId: encodeId('enr', owned.enrollmentId),
    programId: encodeId('prg', owned.programId),
    partnerId: encodeId('prt', owned.partnerId),
    code: owned.code,
    createdAt: formatInstant(owned.createdAt),
    endedAt: owned.endedAt === null ? null : formatInstant(owned.endedAt),
  };
}
