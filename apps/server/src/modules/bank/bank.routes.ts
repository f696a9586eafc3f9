import { bankAccountRoutes as routes } from '@cordee/contract/bank-account';
import { payoutRailRoutes } from '@cordee/contract/payout-rail';
import type { Api } from '../../platform/http/index.ts';
import type { BankParts } from './bank-parts.ts';
import { getPaymentRules } from './queries/get-payment-rules.ts';
import { listAccounts, listAllAccounts } from './queries/list-accounts.ts';
import { confirmAccount, refuseAccount } from './verbs/decide-account.ts';
import { enterAccount, enterDestination } from './verbs/enter-account.ts';
import { setPaymentRules } from './verbs/set-payment-rules.ts';

/** Serves accounts and the rules of paying. */
export function registerBank(api: Pick<Api, 'on'>, parts: BankParts): void {
  api.on(routes.enterPartnerAccount, (context, { params, body }) => enterAccount(context, parts, params.id, body));
  api.on(payoutRailRoutes.enterPartnerDestination, (context, { params, body }) =>
    enterDestination(context, parts, params.id, body),
  );
  api.on(routes.listPartnerAccounts, (context, { params }) => listAccounts(context, params.id));
  api.on(routes.enterCompanyAccount, (context, { body }) => enterAccount(context, parts, null, body));
  api.on(routes.listCompanyAccounts, (context) => listAccounts(context, null));
  api.on(routes.listBankAccounts, (context, { query }) => listAllAccounts(context, query));
  api.on(routes.confirmBankAccount, (context, { params }) => confirmAccount(context, params.id));
  api.on(routes.refuseBankAccount, (context, { params, body }) => refuseAccount(context, params.id, body.reason));
  api.on(routes.getPaymentRules, (context) => getPaymentRules(context));
  api.on(routes.setPaymentRules, (context, { body }) => setPaymentRules(context, body));
}
