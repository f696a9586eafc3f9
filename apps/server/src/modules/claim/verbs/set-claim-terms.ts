import type { ClaimTermsAnswer, SetClaimTerms } from '@cordee/contract/claim-terms';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { newUuid } from '../../../platform/uuid.ts';
import { write } from '../../../platform/verb.ts';
import { findProgram } from '../../program/index.ts';
import { mustAnswer } from '../claim.policy.ts';
import { insertTerms } from '../claim-terms.store.ts';
import { termsAnswer } from '../read-terms.ts';
import { fault } from '../refusals.ts';

/** Says how long answers may take, for claims opened from now on: of a program, or of all without terms of their own. */
export function setClaimTerms(context: Context, { programId: asked, terms }: SetClaimTerms): Promise<Wire<ClaimTermsAnswer>> {
  mustAnswer(context.actor);
  const programId = asked ?? null;
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const now = context.now();
    if (programId !== null && (await findProgram(tx, workspaceId, programId)) === null) {
      throw new Refusal('unknown_reference', [unknownProgram]);
    }
    const before = await termsAnswer(tx, workspaceId, null);
    const said = terms === null ? null : { days: terms.days, dayKind: terms.dayKind, isAutomatic: terms.automatic };
    await insertTerms(tx, workspaceId, { id: newUuid(now), programId, since: now, terms: said });
    const result = await termsAnswer(tx, workspaceId, null);
    const subject = programId === null ? encodeId('wsp', workspaceId) : encodeId('prg', programId);
    return { result, audit: { action: 'claim_terms.set', subject, before, after: result } };
  });
}

const unknownProgram = fault('programId', 'known', 'There is no such program.', 'Ce programme n’existe pas.');
