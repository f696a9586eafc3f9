import { encodeId } from '@cordee/core/ids';
import { formatInstant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import type { EmbedTokens } from '../embed-token.ts';
import { mustManage } from '../identity.policy.ts';
import { getWorkspaceRow } from '../workspaces.store.ts';
import type { MemberSettings } from './add-member.ts';

export interface EmbedTokenAnswer {
  readonly token: string | null;
  readonly url: string | null;
  readonly expiresAt: string;
}

const MINUTE_MS = 60_000;

/** A token that reads as one partner for a while. Refuses `not_found` for an unknown one. */
export function createEmbedToken(
  context: Context,
  { partnerId, minutes }: { readonly partnerId: string; readonly minutes: number },
  tokens: EmbedTokens,
  { baseUrl, partnerExists }: Pick<MemberSettings, 'baseUrl' | 'partnerExists'>,
): Promise<EmbedTokenAnswer> {
  mustManage(context.actor);
  return write<EmbedTokenAnswer>(context, async (tx) => {
    const { workspaceId } = context;
    if (!(await partnerExists(tx, workspaceId, partnerId))) throw new Refusal('not_found');
    const { slug } = await getWorkspaceRow(tx, workspaceId);
    const expiresAt = context.now() + minutes * MINUTE_MS;
    const token = tokens.make({ workspaceId, partnerId, expiresAt });
    const until = formatInstant(expiresAt);
    return {
      result: { token, url: `${baseUrl}/embed/${slug}#${token}`, expiresAt: until },
      repeated: { token: null, url: null, expiresAt: until },
      audit: { action: 'embed_token.created', subject: encodeId('prt', partnerId), after: { expiresAt: until } },
    };
  });
}
