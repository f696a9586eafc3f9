export {
  decideTax,
  type MissingDatum,
  type PaymentsBefore,
  type TaxDecision,
  type TaxFacts,
  type VatPolicy,
  vatPolicies,
  type VatState,
  vatStates,
} from './decide-tax.ts';
export { explainTax, missingText } from './explain-tax.ts';
export {
  holdsOn,
  type InBothLanguages,
  type TableFault,
  tableFaults,
  type TaxKind,
  taxKinds,
  type TaxMention,
  type TaxNeed,
  taxNeeds,
  type TaxOutcome,
  type TaxRule,
  type TaxTable,
  type TaxThresholds,
  type VatCategory,
  vatCategories,
  type VatStatus,
  vatStatuses,
} from './tax-table.ts';
export { hasSiren, maskedVatNumber, plainVatNumber, sirenInVatNumber, vatPrefixOf } from './vat-number.ts';
