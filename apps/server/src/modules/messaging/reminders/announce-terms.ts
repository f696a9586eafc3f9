import type { Plan } from '@cordee/contract/plan';
import { decodeId } from '@cordee/core/ids';
import { compareClauses } from '@cordee/core/plan';
import { formatDate, localDateOf, parseInstant, type Instant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { transaction, withWorkspace } from '../../../platform/db/index.ts';
import { getPlan, partnersUnderPlan } from '../../program/index.ts';
import type { MessagingParts } from '../parts.ts';
import { writeMail } from '../sending/write-mail.ts';
import { partnersToTell, senderOf } from '../who.ts';

export const ANNOUNCE_JOB = 'messaging.announce-terms';

const AT_ONCE = 200;

/** A version of a plan that takes effect, or a plan that becomes the default one of its program from an instant on. */
export interface Announced {
  readonly planId: string;
  readonly number?: number | undefined;
  readonly from?: Instant | undefined;
}

/** Writes to every partner whose terms change so, and when. Each is told once, however often this runs. */
export async function announceTerms(parts: MessagingParts, workspaceId: string, announced: Announced): Promise<void> {
  const { planId, from } = announced;
  const plan = await getPlan(jobContext(parts, workspaceId), planId);
  const version = versionOf(plan, announced);
  const effectiveAt = from ?? parseInstant(version?.effectiveAt ?? '');
  const programId = decodeId('prg', plan.programId);
  if (version === undefined || effectiveAt === null || programId === null) return;
  // Another plan takes the place of the one they had: its clauses are told whole.
  const before = from === undefined ? versionBefore(plan, version.number) : undefined;
  let after: string | null = null;
  do {
    // Those who have the plan as their own already are under it, whatever the program's is.
    const under = from === undefined ? { isDefault: plan.default } : { isDefault: true, onlyDefault: true };
    const page = { planId, programId, ...under, after, limit: AT_ONCE };
    after = await transaction(parts.db, async (tx) => {
      await withWorkspace(tx, workspaceId);
      const sender = await senderOf(tx, parts, workspaceId);
      const { partnerIds, next } = await partnersUnderPlan(tx, workspaceId, page, parts.now());
      const date = localDateOf(effectiveAt, sender.zone);
      for (const { id, name, recipients } of await partnersToTell(tx, workspaceId, partnerIds)) {
        await writeMail(tx, parts, sender, {
          kind: 'terms_changed',
          to: recipients,
          occasion: from === undefined ? `${version.id} ${id}` : `${version.id} ${from} ${id}`,
          data: (language) => ({
            workspace: sender.name,
            partner: name,
            plan: plan.name,
            version: version.number,
            date: formatDate(date, language),
            clauses: version.clauses[language],
            changes: before === undefined ? null : compareClauses(before.clauses[language], version.clauses[language]),
            noticeDays: before?.document.noticeDays ?? 0,
            portal: `${parts.baseUrl}/portal`,
          }),
        });
      }
      return next;
    });
  } while (after !== null);
}

type Version = Plan['versions'][number];

function versionOf({ versions }: Plan, { number, from }: Announced): Version | undefined {
  if (from === undefined) return versions.find((candidate) => candidate.number === number);
  const begun = versions.flatMap((version) => {
    const at = parseInstant(version.effectiveAt ?? '');
    return at === null || at > from ? [] : [{ version, at }];
  });
  return begun.toSorted((a, b) => b.at - a.at)[0]?.version;
}

function versionBefore({ versions }: Plan, number: number): Version | undefined {
  return versions.findLast((candidate) => candidate.number < number && candidate.publishedAt !== null);
}

function jobContext({ db, now }: MessagingParts, workspaceId: string): Context {
  return { actor: { kind: 'system', job: ANNOUNCE_JOB }, workspaceId, db, now, language: 'en', requestId: ANNOUNCE_JOB };
}
