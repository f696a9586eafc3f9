import type { Clock } from '../../platform/clock/index.ts';
import { hmacSha256, isSameSecret } from '../../platform/crypto/index.ts';
import type { Instant } from '@cordee/core/time';

/** Whose portal a token shows, and until when. */
export interface Embed {
  readonly workspaceId: string;
  readonly partnerId: string;
  readonly expiresAt: Instant;
}

export interface EmbedTokens {
  make(embed: Embed): string;
  /** null for a token that is not ours, or has expired. */
  read(token: string): Embed | null;
}

const PREFIX = 'emb_';
const UUID_BYTES = 16;
const TIME_BYTES = 6;
const BODY_BYTES = 2 * UUID_BYTES + TIME_BYTES;

export function isEmbedToken(text: string): boolean {
  return text.startsWith(PREFIX);
}

/** Tokens that carry what they say under a seal of this installation, so that none has to be kept; they cannot be taken back, and so are short-lived. */
export function embedTokens(masterKey: Buffer, now: Clock): EmbedTokens {
  const key = hmacSha256(masterKey, 'embed tokens');
  return {
    make({ workspaceId, partnerId, expiresAt }) {
      const body = Buffer.alloc(BODY_BYTES);
      body.set(bytesOf(workspaceId), 0);
      body.set(bytesOf(partnerId), UUID_BYTES);
      body.writeUIntBE(expiresAt, 2 * UUID_BYTES, TIME_BYTES);
      return PREFIX + Buffer.concat([body, hmacSha256(key, body)]).toString('base64url');
    },
    read(token) {
      const bytes = Buffer.from(token.slice(PREFIX.length), 'base64url');
      const body = bytes.subarray(0, BODY_BYTES);
      if (body.length < BODY_BYTES || !isSameSecret(bytes.subarray(BODY_BYTES), hmacSha256(key, body))) return null;
      const expiresAt = body.readUIntBE(2 * UUID_BYTES, TIME_BYTES);
      if (expiresAt <= now()) return null;
      return {
        workspaceId: uuidOf(body.subarray(0, UUID_BYTES)),
        partnerId: uuidOf(body.subarray(UUID_BYTES, 2 * UUID_BYTES)),
        expiresAt,
      };
    },
  };
}

function bytesOf(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}

function uuidOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
