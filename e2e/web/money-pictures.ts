import { frenchChart } from '@cordee/core/accounting';
import { post } from './api.ts';
import { PHONE, type Picture } from './picture.ts';
import type { Stage } from './stage.ts';

/** Books, payments, currencies, claims and taxes. */
export function moneyPictures(partnerId: string): readonly Picture[] {
  return [
    {
      name: 'ledger-fr',
      path: '/console/ledger',
      ready: 'Balance en EUR',
      arrival: { as: 'finance', language: 'fr', height: 900 },
    },
    {
      name: 'ledger-transactions-en-phone-dark',
      path: '/console/ledger/transactions',
      ready: 'Commission earned',
      arrival: { ...PHONE, as: 'finance', scheme: 'dark' },
    },
    {
      name: 'ledger-closing-fr',
      path: '/console/ledger/closing',
      ready: 'À clôturer',
      arrival: { as: 'finance', language: 'fr' },
    },
    {
      name: 'books-accounts-fr',
      path: '/console/books/accounts',
      ready: 'Enregistrer les comptes',
      arrival: { as: 'finance', language: 'fr', height: 1000 },
    },
    {
      name: 'books-das2-fr-phone-dark',
      path: '/console/books/das2',
      ready: 'Partenaires déclarés',
      arrival: { ...PHONE, as: 'finance', language: 'fr', scheme: 'dark' },
    },
    { name: 'books-en', path: '/console/books', ready: 'draft file', arrival: { as: 'finance' } },
    { name: 'payments-en', path: '/console/payments', ready: 'No account in force', arrival: { as: 'finance' } },
    {
      name: 'payment-accounts-fr-dark',
      path: '/console/payments/accounts',
      ready: 'Règles de paiement',
      arrival: { as: 'owner', language: 'fr', scheme: 'dark', height: 900 },
    },
    {
      name: 'account-fr-phone',
      path: '/portal/account',
      ready: 'Compte bancaire',
      arrival: { ...PHONE, as: 'partner', language: 'fr' },
    },
    {
      name: 'currencies-en',
      path: '/console/payments/currencies',
      ready: '1.0823',
      arrival: { as: 'finance', height: 900 },
    },
    {
      name: 'currencies-fr-phone-dark',
      path: '/console/payments/currencies',
      ready: '1,0823',
      arrival: { ...PHONE, as: 'finance', language: 'fr', scheme: 'dark' },
    },
    { name: 'claims-fr', path: '/console/claims', ready: 'commande-perdue', arrival: { as: 'manager', language: 'fr' } },
    {
      name: 'claims-en-phone-dark',
      path: '/console/claims',
      ready: 'commande-perdue',
      arrival: { ...PHONE, as: 'manager', scheme: 'dark' },
    },
    {
      name: 'own-claims-fr-phone',
      path: '/portal/claims',
      ready: 'commande-perdue',
      arrival: { ...PHONE, as: 'partner', language: 'fr' },
    },
    {
      name: 'partner-tax-fr-dark',
      path: `/console/partners/${partnerId}/tax`,
      ready: 'Atelier Lumière',
      arrival: { as: 'manager', language: 'fr', scheme: 'dark' },
    },
    { name: 'settings-tax-en', path: '/console/settings/tax', ready: 'Taxes', arrival: { as: 'owner', height: 1000 } },
    { name: 'own-tax-fr-phone', path: '/portal/tax', ready: 'fiscal', arrival: { ...PHONE, as: 'partner', language: 'fr' } },
  ];
}

/** What the company of the journeys has none of: rates of the day before, and a claim. */
export async function prepareMoney({ origin, secretKey, cookies, partnerIds }: Stage): Promise<void> {
  const day = new Date(Date.now() - 86_400_000).toISOString();
  const rates = await fetch(`${origin}/api/v1/exchange-rates`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'text/csv' },
    body: `Date, USD, GBP, CHF, JPY, \n${day.slice(0, 10)}, 1.0823, 0.88012, 0.9312, 163.45, \n`,
  });
  if (!rates.ok) throw new Error(`rates: ${rates.status} ${await rates.text()}`);
  const enrollments = await fetch(`${origin}/api/v1/enrollments?partnerId=${partnerIds.lumiere}`, {
    headers: { authorization: `Bearer ${secretKey}` },
  });
  const { items } = (await enrollments.json()) as { items: { id: string }[] };
  await post(origin, cookies.partner, '/api/v1/claims', {
    kind: 'missing',
    enrollmentId: items[0]?.id,
    expected: { what: 'sale', occurredAt: day, eventId: 'commande-perdue', amount: 24_900, currency: 'EUR' },
    text: 'Le client a commandé par téléphone après avoir lu mon article.',
  });
  await post(origin, secretKey, '/api/v1/books/charts/2026-01-01', frenchChart, 'PUT');
  const month = day.slice(0, 7);
  await post(origin, secretKey, '/api/v1/books/exports', { format: 'csv', from: month, to: month });
}
