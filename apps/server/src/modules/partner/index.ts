export { servePartners } from './partner.routes.ts';
export { findPartner, partnerNames, partnersById, type PartnerRecord } from './partner.store.ts';
export { getPartner } from './queries/get-partner.ts';
export { listPartners } from './queries/list-partners.ts';
export { loadPartnerTerms, type PartnerTerms } from './queries/load-partner-terms.ts';
export { retirePartner } from './retire.ts';
export { changePartner } from './verbs/change-partner.ts';
export { createPartner } from './verbs/create-partner.ts';
export { issueCertificate } from './verbs/issue-certificate.ts';
