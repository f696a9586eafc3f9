import { randomBytes } from 'node:crypto';
import { decodeId, encodeId } from '@cordee/core/ids';
import { sha256 } from '../../platform/crypto/index.ts';

/**
 * An API key as text: `sk_` or `pk_`, 8 hexadecimal digits that may be shown, the workspace (26 digits, so that row-level
 * security can be set before the key is looked up), 40 hexadecimal digits (160 random bits).
 */
export interface KeyText {
  readonly text: string;
  readonly prefix: string;
  /** The only thing stored of it. */
  readonly hash: Buffer;
}

const FORM = /^[sp]k_[0-9a-f]{8}([0-9a-hjkmnp-tv-z]{26})[0-9a-f]{40}$/;
const WORKSPACE = 'wsp';

export function newKeyText(workspaceId: string, publishable: boolean): KeyText {
  const prefix = `${publishable ? 'pk' : 'sk'}_${randomBytes(4).toString('hex')}`;
  const workspace = encodeId(WORKSPACE, workspaceId).slice(WORKSPACE.length + 1);
  const text = `${prefix}${workspace}${randomBytes(20).toString('hex')}`;
  return { text, prefix, hash: sha256(text) };
}

/** The workspace a key says it belongs to; null when it has not the form of a key. */
export function workspaceOfKey(text: string): string | null {
  const digits = FORM.exec(text)?.[1];
  return digits === undefined ? null : decodeId(WORKSPACE, `${WORKSPACE}_${digits}`);
}
