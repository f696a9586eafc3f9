import { createHash } from 'node:crypto';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { logoToContract } from '../identity-answer.ts';
import { mustOwn } from '../identity.policy.ts';
import { deleteLogo, saveLogo } from '../logo.store.ts';
import { readPicture } from '../../../platform/files/index.ts';

const smallest = 32;
const largest = 2000;

/** Sets the logo. Refuses `invalid_request` for what is no picture of the types we show, or too small or large a one. */
export function setLogo(context: Context, bytes: Buffer) {
  mustOwn(context.actor);
  const picture = readPicture(bytes);
  if (picture === null)
    throw refused('picture', 'This is no PNG, JPEG or WebP picture.', 'Ce n’est pas une image PNG, JPEG ou WebP.');
  const { width, height } = picture;
  if (Math.min(width, height) < smallest || Math.max(width, height) > largest) {
    throw refused(
      'size',
      `It is ${width} × ${height} pixels: ${smallest} to ${largest} each way are shown.`,
      `Elle fait ${width} × ${height} pixels : de ${smallest} à ${largest} de côté sont affichés.`,
    );
  }
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const logo = { ...picture, hash: createHash('sha256').update(bytes).digest('base64url').slice(0, 22) };
    await saveLogo(tx, workspaceId, logo, bytes, context.now());
    const result = logoToContract(workspaceId, logo);
    return { result, audit: { action: 'workspace.logo_set', subject: encodeId('wsp', workspaceId), after: result } };
  });
}

/** Removes the logo; without one it changes nothing. */
export function removeLogo(context: Context): Promise<void> {
  mustOwn(context.actor);
  return write(context, async (tx) => {
    const removed = await deleteLogo(tx, context.workspaceId);
    const subject = encodeId('wsp', context.workspaceId);
    return { result: undefined, audit: removed ? { action: 'workspace.logo_removed', subject } : null };
  });
}

function refused(rule: string, en: string, fr: string): Refusal {
  return new Refusal('invalid_request', [{ path: 'body', rule, message: { en, fr } }]);
}
