import { companyRoutes as routes } from '@cordee/contract/company';
import type { Api } from '../../platform/http/index.ts';
import { getCompany } from './queries/get-company.ts';
import { listCompanyRecords } from './queries/list-company-records.ts';
import { writeCompany } from './verbs/write-company.ts';

/** Serves who the company is. */
export function registerCompany(api: Pick<Api, 'on'>): void {
  api.on(routes.getCompany, (context, { query }) => getCompany(context, query.on));
  api.on(routes.listCompanyRecords, (context, { query }) => listCompanyRecords(context, query));
  api.on(routes.writeCompany, (context, { body }) => writeCompany(context, body));
}
