import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Invoice, InvoiceDetail, InvoiceFilters, InvoiceState, Invoicing } from './invoice.queries.ts';

export const typeWords: Readonly<Record<Invoice['type'], MessageDescriptor>> = {
  389: msg`Invoice, made out for the partner`,
  261: msg`Credit note`,
  380: msg`Invoice sent by the partner`,
};

export const shortTypeWords: Readonly<Record<Invoice['type'], MessageDescriptor>> = {
  389: msg`Invoice`,
  261: msg`Credit note`,
  380: msg`Own invoice`,
};

export const stateWords: Readonly<Record<InvoiceState | 'open', MessageDescriptor>> = {
  open: msg`Waiting for somebody`,
  issued: msg`Issued`,
  delivered: msg`With the partner`,
  accepted: msg`Accepted`,
  tacitly_accepted: msg`Accepted by silence`,
  contested: msg`Contested`,
  credited: msg`Taken back`,
  submitted: msg`To be looked at`,
  refused: msg`Refused`,
};

/** The same, as the partner reads it. */
export const ownStateWords: Readonly<Record<InvoiceState, MessageDescriptor>> = {
  ...stateWords,
  delivered: msg`To be looked at`,
  submitted: msg`With the company`,
};

export const stateTones: Readonly<Record<InvoiceState, 'good' | 'wait' | 'bad' | 'calm'>> = {
  issued: 'calm',
  delivered: 'wait',
  accepted: 'good',
  tacitly_accepted: 'good',
  contested: 'bad',
  credited: 'calm',
  submitted: 'wait',
  refused: 'bad',
};

export const stepWords: Readonly<Record<InvoiceDetail['steps'][number]['kind'], MessageDescriptor>> = {
  issued: msg`Issued`,
  sent: msg`Sent by the partner`,
  delivered: msg`Made available to the partner`,
  accepted: msg`Accepted`,
  tacitly_accepted: msg`Accepted by silence`,
  contested: msg`Contested`,
  credited: msg`Taken back by a credit note`,
  refused: msg`Refused`,
  handed_over: msg`Handed over to the platform`,
  platform_status: msg`The platform says`,
};

/** Life cycle of the French reform, as platforms tell it. */
export const platformWords: Readonly<Record<string, MessageDescriptor>> = {
  200: msg`deposited`,
  201: msg`sent`,
  202: msg`received`,
  203: msg`made available`,
  204: msg`taken over`,
  205: msg`approved`,
  206: msg`partly approved`,
  207: msg`disputed`,
  208: msg`suspended`,
  209: msg`completed`,
  210: msg`refused`,
  211: msg`payment sent`,
  212: msg`cashed`,
  213: msg`rejected`,
};

export const waitWords: Readonly<Record<Invoicing['paymentWaits'], MessageDescriptor>> = {
  nothing: msg`Nothing`,
  issued: msg`Documents for all closed months`,
  accepted: msg`These documents being accepted`,
};

export const vatDueWords: Readonly<Record<Invoicing['vatDue'], MessageDescriptor>> = {
  payment: msg`When it is paid`,
  invoice: msg`When it is invoiced`,
};

const STATES = Object.keys(stateWords) as (InvoiceState | 'open')[];
export const invoiceStates = STATES;

/** The filters an address holds; what it does not know is left out. */
export function invoiceFilters({ state, partnerId }: Record<string, unknown>): InvoiceFilters {
  const known = STATES.find((one) => one === state);
  return {
    ...(known === undefined ? {} : { state: known }),
    ...(typeof partnerId === 'string' && partnerId.startsWith('prt_') ? { partnerId } : {}),
  };
}
