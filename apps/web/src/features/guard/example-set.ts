import type { SetDocument } from './guard.queries.ts';

/** A small set to begin from: one question, one rule, one day that follows. */
export const exampleSet: SetDocument = {
  country: 'BE',
  currency: 'EUR',
  questions: [
    { key: 'payment_days', kind: 'number', text: { fr: 'Jours pour payer', en: 'Days to pay' } },
    { key: 'invoiced_on', kind: 'date', text: { fr: 'Jour de la facture', en: 'Day of the invoice' } },
  ],
  rules: [
    {
      code: 'be_payment_days',
      topic: { fr: 'Délais de paiement', en: 'Days to pay' },
      severity: 'stop',
      rule: { fr: 'Au plus soixante jours.', en: 'At most sixty days.' },
      advice: { fr: 'Réduisez le délai.', en: 'Shorten the delay.' },
      source: 'Loi du 2 août 2002, art. 4',
      validFrom: '2022-02-01',
      validTo: null,
      concerns: { all: [] },
      asks: { number: 'payment_days', max: 60 },
      days: [
        {
          key: 'latest',
          label: { fr: 'À payer au plus tard le', en: 'To be paid by' },
          on: { after: { answer: 'invoiced_on' }, span: { count: 60, unit: 'day' } },
        },
      ],
    },
  ],
};
