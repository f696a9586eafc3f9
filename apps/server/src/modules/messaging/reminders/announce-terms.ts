import { decodeId } from '@cordee/core/ids';
import { compareClauses, planNews } from '@cordee/core/plan';
import { localDateOf, parseInstant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { transaction, withWorkspace } from '../../../platform/db/index.ts';
import { getPlan, partnersUnderPlan } from '../../program/index.ts';
import type { MessagingParts } from '../parts.ts';
import { writeMail } from '../sending/write-mail.ts';
import { partnersToTell, senderOf } from '../who.ts';

export const ANNOUNCE_JOB = 'messaging.announce-terms';

const AT_ONCE = 200;

/** Writes to every partner under a plan that its terms change, and when. Each is told once, however often this runs. */
export async function announceTerms(parts: MessagingParts, workspaceId: string, planId: string, number: number): Promise<void> {
  const plan = await getPlan(jobContext(parts, workspaceId), planId);
  const version = plan.versions.find((candidate) => candidate.number === number);
  const effectiveAt = parseInstant(version?.effectiveAt ?? '');
  const programId = decodeId('prg', plan.programId);
  if (version === undefined || effectiveAt === null || programId === null) return;
  const before = plan.versions.findLast((candidate) => candidate.number < number && candidate.publishedAt !== null);
  let after: string | null = null;
  do {
    const page = { planId, programId, isDefault: plan.default, after, limit: AT_ONCE };
    after = await transaction(parts.db, async (tx) => {
      await withWorkspace(tx, workspaceId);
      const sender = await senderOf(tx, parts, workspaceId);
      const { partnerIds, next } = await partnersUnderPlan(tx, workspaceId, page, parts.now());
      const date = localDateOf(effectiveAt, sender.zone);
      for (const { id, name, recipients } of await partnersToTell(tx, workspaceId, partnerIds)) {
        await writeMail(tx, parts, sender, {
          kind: 'terms_changed',
          to: recipients,
          occasion: `${version.id} ${id}`,
          data: (language) => ({
            news: planNews(
              {
                workspace: sender.name,
                partner: name,
                plan: plan.name,
                version: number,
                effectiveOn: date,
                changes: before === undefined ? null : compareClauses(before.clauses[language], version.clauses[language]),
                noticeDays: before?.document.noticeDays ?? 0,
              },
              language,
            ),
            portal: `${parts.baseUrl}/portal`,
          }),
        });
      }
      return next;
    });
  } while (after !== null);
}

function jobContext({ db, now }: MessagingParts, workspaceId: string): Context {
  return { actor: { kind: 'system', job: ANNOUNCE_JOB }, workspaceId, db, now, language: 'en', requestId: ANNOUNCE_JOB };
}
