import { countingRoutes } from '@cordee/contract/counting';
import type { Context } from '../../platform/context.ts';
import { prefersCsv, type Api } from '../../platform/http/index.ts';
import { workspaceKeys, type FactDraft } from '../fact/index.ts';
import { toEventAnswer, type EventAnswer } from './answers/event-answer.ts';
import { cancellationDraft, leadDraft, qualifiedLeadDraft, refundDraft, saleDraft, type DraftContext } from './events/drafts.ts';
import type { Intake } from './intake.ts';
import { explainOneClick } from './queries/explain-click.ts';
import { explainCommission } from './queries/explain-commission.ts';
import { explainFact } from './queries/explain-fact.ts';
import { exportCommissions } from './queries/export-commissions.ts';
import { getCommission } from './queries/get-commission.ts';
import { getFact } from './queries/get-fact.ts';
import { listCommissions } from './queries/list-commissions.ts';
import { listFacts } from './queries/list-facts.ts';

/** Serves the events a company sends, and what was counted of them. */
export function registerCounting(api: Pick<Api, 'on'>, { intake }: { readonly intake: Intake }): void {
  async function submit<Input>(
    context: Context,
    input: Input,
    draft: (body: Input, setting: DraftContext) => FactDraft,
  ): Promise<EventAnswer> {
    const { customerKey } = await workspaceKeys(context.db, context.workspaceId);
    const receipt = await intake.submit(context.workspaceId, draft(input, { customerKey, now: context.now() }));
    return toEventAnswer(context, receipt);
  }
  api.on(countingRoutes.trackSale, (context, { body }) => submit(context, body, saleDraft));
  api.on(countingRoutes.trackLead, (context, { body }) => submit(context, body, leadDraft));
  api.on(countingRoutes.trackQualifiedLead, (context, { body }) => submit(context, body, qualifiedLeadDraft));
  api.on(countingRoutes.trackRefund, (context, { body }) => submit(context, body, refundDraft));
  api.on(countingRoutes.trackCancellation, (context, { body }) => submit(context, body, cancellationDraft));

  api.on(countingRoutes.listFacts, (context, { query }) => listFacts(context, query));
  api.on(countingRoutes.getFact, (context, { params }) => getFact(context, params.id));
  api.on(countingRoutes.explainFact, (context, { params }) => explainFact(context, params.id));
  api.on(countingRoutes.explainClick, (context, { params }) => explainOneClick(context, params.id));
  api.on(countingRoutes.listCommissions, async (context, { query, headers, reply }) => {
    reply.header('vary', 'accept, accept-language');
    const asCsv = query.format === 'csv' || (query.format === undefined && prefersCsv(headers.accept));
    if (!asCsv) return listCommissions(context, query);
    const lines = await exportCommissions(context, query);
    reply.type('text/csv; charset=utf-8');
    reply.header('content-disposition', 'attachment; filename="commissions.csv"');
    return lines;
  });
  api.on(countingRoutes.getCommission, (context, { params }) => getCommission(context, params.id));
  api.on(countingRoutes.explainCommission, (context, { params }) => explainCommission(context, params.id));
}
