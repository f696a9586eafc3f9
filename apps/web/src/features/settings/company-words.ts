import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Company, CompanyEntry } from './ask-company.ts';

type Lack = Company['lacks'][number];

export const purposeWords: Readonly<Record<Lack['purpose'], MessageDescriptor>> = {
  invoices: msg`Invoices`,
  fec: msg`Files of entries (FEC)`,
  das2: msg`Declarations of commissions (DAS2)`,
};

export const datumWords: Readonly<Record<Lack['data'][number], MessageDescriptor>> = {
  legalName: msg`the legal name`,
  siren: msg`the SIREN`,
  siret: msg`the SIRET`,
  ape: msg`the APE code`,
  address: msg`the address`,
  street: msg`the street`,
  postCode: msg`the post code`,
  contact: msg`somebody authorities can ask`,
};

export const stateWords: Readonly<Record<CompanyEntry['state'], MessageDescriptor>> = {
  holds: msg`Holds today`,
  past: msg`Has held`,
  future: msg`Will hold`,
  replaced: msg`Corrected since`,
};
