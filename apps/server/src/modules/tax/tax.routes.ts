import { taxRoutes as routes } from '@cordee/contract/tax';
import { taxTableRoutes as tables } from '@cordee/contract/tax-table';
import type { Api } from '../../platform/http/index.ts';
import type { TaxParts } from './parts.ts';
import { getPartnerTax } from './queries/get-partner-tax.ts';
import { listAllDetails, listPartnerDetails, listTaxDecisions, listVatChecks } from './queries/lists.ts';
import { getTableInForce, getTaxPolicy, getTaxTable, listTaxTables } from './queries/tax-tables.ts';
import { answerTaxDetails } from './verbs/answer-tax-details.ts';
import { askVatCheck } from './verbs/ask-vat-check.ts';
import { enterTaxDetails } from './verbs/enter-tax-details.ts';
import { enterTaxProof } from './verbs/enter-tax-proof.ts';
import { keepDecision } from './verbs/keep-decision.ts';
import { reviewTax } from './verbs/review-tax.ts';
import { setTaxPolicy } from './verbs/set-tax-policy.ts';
import { changeTaxTable, draftTaxTable, publishTaxTable } from './verbs/write-tax-table.ts';

/** Serves who partners are for tax, the checks of their numbers, the decision table and what it decides. */
export function registerTax(api: Pick<Api, 'on'>, parts: Pick<TaxParts, 'sealer'>): void {
  api.on(routes.getPartnerTax, (context, { params, query }) => getPartnerTax(context, parts, params.id, query.on));
  api.on(routes.enterTaxDetails, (context, { params, body }) => enterTaxDetails(context, parts, params.id, body));
  api.on(routes.listPartnerTaxDetails, (context, { params, query }) => listPartnerDetails(context, parts, params.id, query));
  api.on(routes.listTaxDetails, (context, { query }) => listAllDetails(context, parts, query));
  api.on(routes.acceptTaxDetails, (context, { params }) =>
    answerTaxDetails(context, parts, params.id, { answer: 'accepted', reason: null }),
  );
  api.on(routes.refuseTaxDetails, (context, { params, body }) =>
    answerTaxDetails(context, parts, params.id, { answer: 'refused', reason: body.reason }),
  );
  api.on(routes.askVatCheck, (context, { params }) => askVatCheck(context, params.id));
  api.on(routes.listVatChecks, (context, { params, query }) => listVatChecks(context, params.id, query));
  api.on(routes.enterTaxProof, (context, { params, body }) => enterTaxProof(context, params.id, body));
  api.on(routes.reviewTax, (context, { params, body }) => reviewTax(context, params.id, body));
  api.on(routes.decideTax, (context, { params, body }) => keepDecision(context, params.id, body.on));
  api.on(routes.listTaxDecisions, (context, { params, query }) => listTaxDecisions(context, params.id, query));
  api.on(routes.getTaxPolicy, (context) => getTaxPolicy(context));
  api.on(routes.setTaxPolicy, (context, { body }) => setTaxPolicy(context, body));
  api.on(tables.listTaxTables, (context) => listTaxTables(context));
  api.on(tables.getTaxTableInForce, (context) => getTableInForce(context));
  api.on(tables.getTaxTable, (context, { params }) => getTaxTable(context, params.id));
  api.on(tables.draftTaxTable, (context, { body }) => draftTaxTable(context, body));
  api.on(tables.changeTaxTable, (context, { params, body }) => changeTaxTable(context, params.id, body));
  api.on(tables.publishTaxTable, (context, { params, body }) => publishTaxTable(context, params.id, body.validFrom));
}
