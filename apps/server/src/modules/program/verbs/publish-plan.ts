import type { PlanVersion, Publication } from '@cordee/contract/plan';
import { encodeId } from '@cordee/core/ids';
import { decidePublication, type PublicationDecision } from '@cordee/core/program';
import { formatInstant } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { changeTerms } from '../../fact/index.ts';
import { versionToContract } from '../plan-answer.ts';
import { mustBeSound } from '../plan-faults.ts';
import { findPlan, isPublished, publishDraft, selectVersions, type VersionRecord } from '../plan.store.ts';
import { mustBeAsRead } from '../plan-revision.ts';
import { mustManagePrograms } from '../program.policy.ts';
import { readWorkspace } from '../program.store.ts';
import { conflict } from '../refusals.ts';

/**
 * Publishes the draft of a plan: it never changes from then on. Refuses `not_found`, `plan_published` when there is no draft,
 * `plan_invalid`, `unknown_reference`, `notice_too_short` with the earliest instant possible, and `conflict` for one that is
 * not after a version already announced, or was written since it was read.
 */
export function publishPlan(context: Context, planId: string, input: Publication): Promise<PlanVersion> {
  mustManagePrograms(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const publishedAt = await changeTerms(tx, workspaceId, context.now());
    if ((await findPlan(tx, workspaceId, planId)) === null) throw new Refusal('not_found');
    const versions = await selectVersions(tx, workspaceId, [planId]);
    const draft = chooseDraft(versions, input.version);
    mustBeAsRead(draft, input.expectedRevision);
    await mustBeSound(tx, workspaceId, draft.document, 'document');

    const { zone } = await readWorkspace(tx, workspaceId);
    const published = versions.filter(isPublished).map((version) => ({ ...version, noticeDays: version.document.noticeDays }));
    const decision = decidePublication(published, input.effectiveAt ?? null, publishedAt, zone);
    if (!decision.ok) throw tooSoon(decision);

    const { effectiveAt } = decision;
    await publishDraft(tx, workspaceId, draft.id, publishedAt, effectiveAt);
    const after = { ...draft, publishedAt, effectiveAt };
    const all = versions.map((version) => (version.id === draft.id ? after : version));
    const result = await versionToContract(tx, workspaceId, after, all, publishedAt);
    return {
      result,
      audit: {
        action: 'plan.published',
        subject: encodeId('plv', draft.id),
        after: { planId: result.planId, number: draft.number, effectiveAt: result.effectiveAt, document: draft.document },
      },
    };
  });
}

function chooseDraft(versions: readonly VersionRecord[], wish: number | undefined): VersionRecord {
  const draft = versions.find((version) => !isPublished(version));
  if (draft !== undefined && (wish === undefined || wish === draft.number)) return draft;
  if (draft === undefined || versions.some((version) => version.number === wish)) throw new Refusal('plan_published');
  throw conflict(
    'version',
    'draft',
    { en: `The draft of this plan is version ${draft.number}.`, fr: `Le brouillon de ce barème est la version ${draft.number}.` },
    draft.number,
  );
}

function tooSoon({ reason, earliest }: Extract<PublicationDecision, { ok: false }>): Refusal {
  const date = formatInstant(earliest);
  if (reason === 'notice') {
    const message = {
      en: `The notice of the version in force allows ${date} at the earliest.`,
      fr: `Le préavis de la version en vigueur permet au plus tôt le ${date}.`,
    };
    return new Refusal('notice_too_short', [{ path: 'effectiveAt', rule: 'notice', message, example: date }]);
  }
  return conflict(
    'effectiveAt',
    'after_announced',
    {
      en: `Another version is announced: this one may take effect from ${date} on.`,
      fr: `Une autre version est annoncée : celle-ci peut prendre effet à partir du ${date}.`,
    },
    date,
  );
}
