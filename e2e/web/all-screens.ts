import { agreements } from './agreement-screens.ts';
import type { Screen } from './screen.ts';
import type { Stage } from './stage.ts';
import type { OwnIds } from './walk-records.ts';

/**
 * What only leads elsewhere; a batch, which takes two people to make, and a document, which takes a month to be over: their own journeys look
 * at them.
 */
export const waysOn: readonly string[] = [
  '/',
  '/signed-on',
  '/console/settings',
  '/console/payments/batches/$batchId',
  '/console/invoices/$invoiceId',
  '/portal/invoices/$invoiceId',
];

/** Every screen there is: a test compares with the router. */
export function allScreens(stage: Stage, ids: OwnIds): readonly Screen[] {
  const { partnerIds, programId, planId } = stage;
  const partner = `/console/partners/${partnerIds.lumiere}`;
  const program = `/console/programs/${programId}`;
  const plan = `/console/plans/${planId}`;
  return [...doors, ...console(partner, program, plan), ...claimsOf(ids), ...settings(ids), ...portal, ...agreements(stage, ids)];
}

const doors: readonly Screen[] = [
  { route: '/sign-in', as: null },
  { route: '/setup', as: null, path: '/setup?token=0' },
  { route: '/invitation', as: null, path: '/invitation?token=0' },
  { route: '/over', as: null },
];

function console(partner: string, program: string, plan: string): readonly Screen[] {
  return [
    { route: '/console', as: 'owner' },
    { route: '/console/start', as: 'owner' },
    { route: '/console/clicks', as: 'owner' },
    { route: '/console/review', as: 'owner' },
    { route: '/console/partners', as: 'owner', opens: { en: 'Add a partner', fr: 'Ajouter un partenaire' } },
    { route: '/console/partners', as: 'owner', path: '/console/partners?view=board' },
    { route: '/console/partners/$partnerId', as: 'owner', path: partner },
    { route: '/console/partners/$partnerId/timeline', as: 'owner', path: `${partner}/timeline` },
    {
      route: '/console/partners/$partnerId/links',
      as: 'owner',
      path: `${partner}/links`,
      opens: { en: 'Create a link', fr: 'Créer un lien' },
    },
    { route: '/console/partners/$partnerId/statement', as: 'owner', path: `${partner}/statement` },
    {
      route: '/console/partners/$partnerId/people',
      as: 'owner',
      path: `${partner}/people`,
      opens: { en: 'Invite somebody', fr: 'Inviter quelqu’un' },
    },
    { route: '/console/partners/$partnerId/notes', as: 'owner', path: `${partner}/notes` },
    { route: '/console/partners/$partnerId/facts', as: 'owner', path: `${partner}/facts` },
    { route: '/console/partners/$partnerId/contributions', as: 'owner', path: `${partner}/contributions` },
    { route: '/console/partners/$partnerId/account', as: 'owner', path: `${partner}/account` },
    {
      route: '/console/partners/$partnerId/tax',
      as: 'owner',
      path: `${partner}/tax`,
      opens: { en: 'Enter tax details', fr: 'Saisir des renseignements fiscaux' },
    },
    { route: '/console/contributions', as: 'owner' },
    { route: '/console/payments', as: 'owner' },
    {
      route: '/console/payments/batches',
      as: 'owner',
      opens: { en: 'Read what became of them', fr: 'Lire ce qu’ils sont devenus' },
    },
    { route: '/console/payments/debts', as: 'owner' },
    { route: '/console/payments/currencies', as: 'owner' },
    { route: '/console/payments/accounts', as: 'owner', opens: { en: 'Enter an', fr: 'Saisir un' } },
    { route: '/console/programs', as: 'owner' },
    { route: '/console/programs/$programId', as: 'owner', path: program },
    { route: '/console/programs/$programId/plans', as: 'owner', path: `${program}/plans` },
    { route: '/console/programs/$programId/enrollments', as: 'owner', path: `${program}/enrollments` },
    { route: '/console/programs/$programId/links', as: 'owner', path: `${program}/links` },
    { route: '/console/programs/$programId/settings', as: 'owner', path: `${program}/settings` },
    { route: '/console/plans/$planId', as: 'owner', path: plan },
    { route: '/console/plans/$planId/edit', as: 'owner', path: `${plan}/edit` },
    { route: '/console/plans/$planId/publication', as: 'owner', path: `${plan}/publication` },
    { route: '/console/plans/$planId/simulation', as: 'owner', path: `${plan}/simulation` },
    { route: '/console/plans/$planId/versions', as: 'owner', path: `${plan}/versions` },
    { route: '/console/facts', as: 'owner' },
    { route: '/console/commissions', as: 'owner' },
    { route: '/console/analytics', as: 'owner' },
    { route: '/console/analytics/funnel', as: 'owner' },
    { route: '/console/analytics/cohorts', as: 'owner' },
    { route: '/console/analytics/models', as: 'owner' },
    { route: '/console/analytics/tracking', as: 'owner' },
    { route: '/console/ledger', as: 'owner' },
    { route: '/console/ledger/transactions', as: 'owner' },
    { route: '/console/ledger/closing', as: 'owner' },
    { route: '/console/invoices', as: 'owner' },
    { route: '/console/partners/$partnerId/invoices', as: 'owner', path: `${partner}/invoices` },
    { route: '/console/ledger/verification', as: 'owner' },
    { route: '/console/books', as: 'owner', opens: { en: 'Write a file', fr: 'Écrire un fichier' } },
    { route: '/console/books/$part', as: 'owner', path: '/console/books/accounts' },
    { route: '/console/books/$part', as: 'owner', path: '/console/books/partners' },
    { route: '/console/books/$part', as: 'owner', path: '/console/books/company' },
    { route: '/console/books/$part', as: 'owner', path: '/console/books/das2' },
  ];
}

function claimsOf({ claimId }: OwnIds): readonly Screen[] {
  return [
    { route: '/console/claims', as: 'owner' },
    {
      route: '/console/claims/$claimId',
      as: 'owner',
      path: `/console/claims/${claimId}`,
      opens: { en: 'Accept', fr: 'Accepter' },
    },
    { route: '/portal/invoices', as: 'partner' },
    { route: '/portal/claims', as: 'partner', opens: { en: 'Open a claim', fr: 'Ouvrir une réclamation' } },
    { route: '/portal/claims/$claimId', as: 'partner', path: `/portal/claims/${claimId}` },
  ];
}

function settings({ connectionId, webhookId }: OwnIds): readonly Screen[] {
  return [
    { route: '/console/settings/general', as: 'owner' },
    {
      route: '/console/settings/company',
      as: 'owner',
      opens: { en: 'Enter the company', fr: 'Renseigner l’entreprise' },
    },
    { route: '/console/settings/people', as: 'owner', opens: { en: 'Invite somebody', fr: 'Inviter quelqu’un' } },
    { route: '/console/settings/sign-on', as: 'owner', opens: { en: 'Connect a provider', fr: 'Connecter un fournisseur' } },
    { route: '/console/settings/sign-in', as: 'owner' },
    { route: '/console/settings/keys', as: 'owner', opens: { en: 'Create a key', fr: 'Créer une clé' } },
    { route: '/console/settings/connections', as: 'owner', opens: { en: 'Connect a system', fr: 'Connecter un système' } },
    { route: '/console/settings/connections/$connectionId', as: 'owner', path: `/console/settings/connections/${connectionId}` },
    { route: '/console/settings/imports', as: 'owner' },
    { route: '/console/settings/claims', as: 'owner' },
    { route: '/console/settings/invoicing', as: 'owner' },
    { route: '/console/settings/seal', as: 'owner' },
    { route: '/console/settings/webhooks', as: 'owner' },
    { route: '/console/settings/webhooks/$webhookId', as: 'owner', path: `/console/settings/webhooks/${webhookId}` },
    { route: '/console/settings/mails', as: 'owner' },
    {
      route: '/console/settings/tax',
      as: 'owner',
      // Named by what it has in common with its name while there is a draft.
      opens: { en: 'draft', fr: 'rédiger' },
    },
    { route: '/console/settings/data', as: 'owner' },
    { route: '/console/settings/audit', as: 'owner' },
  ];
}

const portal: readonly Screen[] = [
  { route: '/portal', as: 'partner' },
  { route: '/portal/contributions', as: 'partner' },
  { route: '/portal/declared', as: 'partner' },
  { route: '/portal/links', as: 'partner' },
  { route: '/portal/codes', as: 'partner' },
  { route: '/portal/commissions', as: 'partner' },
  { route: '/portal/statement', as: 'partner' },
  { route: '/portal/payments', as: 'partner' },
  { route: '/portal/terms', as: 'partner' },
  { route: '/portal/details', as: 'partner' },
  { route: '/portal/account', as: 'partner' },
  { route: '/portal/tax', as: 'partner' },
  { route: '/portal/people', as: 'partner' },
  { route: '/portal/preferences', as: 'partner' },
];
