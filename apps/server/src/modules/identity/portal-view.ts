import type { Instant } from '@cordee/core/time';
import type { Clock } from '../../platform/clock/index.ts';
import { hmacSha256, isSameSecret } from '../../platform/crypto/index.ts';

/** Who looks at whose portal, and until when. */
export interface PortalView {
  readonly userId: string;
  readonly workspaceId: string;
  readonly partnerId: string;
  readonly expiresAt: Instant;
}

export interface PortalViews {
  make(view: PortalView): string;
  /** null for a text that is not ours, or is over. */
  read(text: string): PortalView | null;
}

/**
 * Views carry what they say under a seal of this installation, so that none has to be kept. They are worth nothing without the
 * session of who asked for them, and their making leaves a trace: nobody looks unseen.
 */
export function portalViews(masterKey: Buffer, now: Clock): PortalViews {
  const key = hmacSha256(masterKey, 'portal views');
  const sealOf = (body: string) => hmacSha256(key, body);
  return {
    make(view) {
      const body = Buffer.from(JSON.stringify(view)).toString('base64url');
      return `${body}.${sealOf(body).toString('base64url')}`;
    },
    read(text) {
      const [body = '', seal = ''] = text.split('.', 2);
      if (!isSameSecret(Buffer.from(seal, 'base64url'), sealOf(body))) return null;
      // What bears our seal is what we wrote.
      const view = JSON.parse(Buffer.from(body, 'base64url').toString()) as PortalView;
      return view.expiresAt > now() ? view : null;
    },
  };
}
