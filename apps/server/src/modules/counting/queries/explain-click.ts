import type { Credit, Rejection } from '@cordee/core/attribution';
import { unpaidClick, valueAt, type Fact, type Terms } from '@cordee/core/counting';
import { explainClick, renderExplanation, type ClickUse, type Explanation } from '@cordee/core/explanation';
import { encodeId, factId } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { ownPartner } from '../../../platform/own-partner.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { findFacts, keyText, loadTermsVersion, referenceOf } from '../../fact/index.ts';
import { partnerNames } from '../../partner/index.ts';
import { cachedTerms } from '../../program/index.ts';
import { loadClickHistory } from '../../tracking/index.ts';
import { usesOfClick } from '../click-use.store.ts';
import { loadOutcome } from '../counted.store.ts';
import { clickKey } from '../verbs/record-paid-clicks.ts';
import { loadFacts } from '../why.store.ts';
import { loadWhy } from './load-why.ts';

export interface ClickWhy {
  readonly clickId: string;
  /** The fact it became where its program pays for clicks. */
  readonly factId: string | null;
  /** The leads and sales that carry it, as far as the reader may see them. */
  readonly uses: readonly string[];
  readonly explanation: Explanation;
  readonly text: string[];
}

/** More say nothing new of a click. */
const mostUses = 100;

/** Why a click counts or not, what came of it, and why it paid nothing itself; a partner asks of its own. Refuses `not_found`. */
export function explainOneClick(context: Context, id: string): Promise<ClickWhy> {
  const { workspaceId, actor, language } = context;
  const own = ownPartner(actor);
  return read(context, async (tx) => {
    const history = await loadClickHistory(tx, workspaceId, id);
    if (history === null || (own !== null && history.click.partner_id !== own)) throw new Refusal('not_found');
    const { click, first } = history;
    const terms = await cachedTerms(tx, workspaceId, await loadTermsVersion(tx, workspaceId));
    const names = await partnerNames(tx, workspaceId, [click.partner_id]);
    const paid = await findPaid(tx, workspaceId, id);
    const uses = await loadUses(tx, workspaceId, id, click.enrollment_id, own);
    const touch = { at: click.at, enrollmentId: click.enrollment_id, flag: click.flag };
    const explanation = explainClick({
      zone: terms.zone,
      click: {
        at: click.at,
        code: click.code,
        partnerName: names.get(click.partner_id) ?? encodeId('prt', click.partner_id),
        programName: terms.programs.get(click.program_id)?.name ?? '',
        path: click.path,
        parameter: click.parameter,
        agent: click.agent,
        flag: click.flag,
      },
      first: first === null ? null : { id: encodeId('clk', first.id), at: first.at },
      state: stateAt(terms, touch, context.now()),
      linkEndedAt: click.link_ended_at,
      uses: uses.map(({ use }) => use),
      unpaid: unpaidClick(touch, terms, context.now()),
      paid: paid === null ? null : await loadWhy(tx, workspaceId, paid, own),
    });
    return {
      clickId: encodeId('clk', id),
      factId: paid === null ? null : factId(paid.recordedAt, paid.seq),
      uses: uses.flatMap(({ id: use }) => (use === null ? [] : [use])),
      explanation,
      text: renderExplanation(explanation, language),
    };
  });
}

function stateAt(terms: Terms, { at, enrollmentId }: { at: number; enrollmentId: string }, now: number) {
  return valueAt(terms.enrollments.get(enrollmentId)?.states ?? [], at, now) ?? null;
}

async function findPaid(tx: Tx, workspaceId: string, clickId: string): Promise<Fact | null> {
  const key = clickKey(clickId);
  const known = (await findFacts(tx, workspaceId, [key])).get(keyText(key));
  return known === undefined ? null : ((await loadFacts(tx, workspaceId, [known.seq])).get(known.seq) ?? null);
}

interface SeenUse {
  readonly use: ClickUse;
  /** null: the reader may not know which fact it is. */
  readonly id: string | null;
}

async function loadUses(
  tx: Tx,
  workspaceId: string,
  clickId: string,
  enrollmentId: string,
  own: string | null,
): Promise<SeenUse[]> {
  const seqs = await usesOfClick(tx, workspaceId, clickId, mostUses);
  const facts = await loadFacts(tx, workspaceId, seqs);
  const uses: SeenUse[] = [];
  for (const seq of seqs) {
    const fact = facts.get(seq);
    if (fact === undefined) continue;
    const decision = (await loadOutcome(tx, workspaceId, seq))?.decision;
    const credit = decision?.credits.find(({ touchpointId }) => touchpointId === clickId);
    const rejection = decision?.rejected.find(({ touchpointId }) => touchpointId === clickId);
    const isVisible = own === null || (decision?.credits ?? []).some((one) => one.enrollmentId === enrollmentId);
    const { externalId } = referenceOf(fact);
    uses.push({
      id: isVisible ? factId(fact.recordedAt, seq) : null,
      use: {
        fact: { kind: fact.kind, externalId: isVisible ? externalId : null, occurredAt: fact.occurredAt },
        result: resultOf(credit, rejection),
      },
    });
  }
  return uses;
}

function resultOf(credit: Credit | undefined, rejection: Rejection | undefined): ClickUse['result'] {
  if (credit !== undefined) return { share: credit.share };
  return rejection === undefined ? null : { reason: rejection.reason };
}
