export {
  type CompanyAddress,
  type CompanyContact,
  type CompanyDatum,
  type CompanyIdentity,
  companyLacks,
  type CompanyPurpose,
  companyPurposes,
  formText,
  partyDetails,
  sirenOf,
} from './identity.ts';
export {
  type DatedRecord,
  type KnownRecord,
  placeRecords,
  recordKnownOn,
  recordOn,
  type RecordPlace,
  type RecordState,
} from './record-on.ts';
