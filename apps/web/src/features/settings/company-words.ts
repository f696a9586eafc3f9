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
  legalName: msg`Legal name`,
  siren: msg`SIREN`,
  siret: msg`SIRET`,
  ape: msg`APE code`,
  address: msg`Address`,
  street: msg`Number and street`,
  postCode: msg`Post code`,
  contact: msg`Whom authorities can ask`,
};

export const stateWords: Readonly<Record<CompanyEntry['state'], MessageDescriptor>> = {
  holds: msg`Holds today`,
  past: msg`Has held`,
  future: msg`Will hold`,
  replaced: msg`Corrected since`,
};
