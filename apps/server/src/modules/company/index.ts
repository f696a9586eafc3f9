export { siretFaults, sirenFaults, vatFaults } from './business-numbers.ts';
export { companyKnownOn, companyNameOn, companyOn, companyPartyOn } from './company-on.ts';
export { registerCompany } from './company.routes.ts';
export { getCompany } from './queries/get-company.ts';
export { listCompanyRecords } from './queries/list-company-records.ts';
export { writeCompany } from './verbs/write-company.ts';
