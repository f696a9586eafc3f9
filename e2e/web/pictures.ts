import type { Stage } from './stage.ts';
import type { Arrival } from './visit.ts';

interface Picture {
  readonly name: string;
  readonly path: string;
  /** A text that stands on the screen once it is whole. */
  readonly ready: string;
  readonly arrival: Arrival;
}

const YEAR = `from=${new Date().getFullYear()}-01-01&to=${new Date().getFullYear()}-12-31`;
const PHONE = { width: 390, height: 844, scale: 2 } as const;

/** The main screens, as they are linked from the README. */
export function pictures({ saleId, unpaidSaleId, partnerIds, linkId, programId, planId }: Stage): readonly Picture[] {
  const page = `/console/partners/${partnerIds.lumiere}`;
  return [
    { name: 'sign-in-en', path: '/sign-in', ready: 'Password', arrival: {} },
    {
      name: 'sign-in-fr-phone-dark',
      path: '/sign-in',
      ready: 'Mot de passe',
      arrival: { ...PHONE, language: 'fr', scheme: 'dark' },
    },
    { name: 'setup-fr', path: '/setup?token=0', ready: 'Votre entreprise', arrival: { language: 'fr', height: 1000 } },
    { name: 'home-en', path: '/console', ready: 'Newest facts', arrival: { as: 'owner', height: 1000 } },
    {
      name: 'home-fr-dark',
      path: '/console',
      ready: 'Derniers faits',
      arrival: { as: 'owner', language: 'fr', scheme: 'dark', height: 1000 },
    },
    {
      name: 'home-fr-phone',
      path: '/console',
      ready: 'Derniers faits',
      arrival: { ...PHONE, as: 'owner', language: 'fr' },
    },
    { name: 'approvals-en', path: '/console/review', ready: 'Refuge Conseil', arrival: { as: 'manager' } },
    {
      name: 'approvals-fr-dark',
      path: '/console/review',
      ready: 'Refuge Conseil',
      arrival: { as: 'manager', language: 'fr', scheme: 'dark' },
    },
    {
      name: 'approvals-fr-phone',
      path: '/console/review',
      ready: 'Refuge Conseil',
      arrival: { ...PHONE, as: 'manager', language: 'fr' },
    },
    {
      name: 'contested-fr',
      path: '/console/review?status=suspended',
      ready: 'commande-1007',
      arrival: { as: 'manager', language: 'fr' },
    },
    { name: 'first-steps-en', path: '/console/start?step=tracking', ready: 'The script recognises', arrival: { as: 'owner' } },
    {
      name: 'first-steps-fr-phone',
      path: '/console/start?step=program',
      ready: 'Le script sur vos pages',
      arrival: { ...PHONE, as: 'owner', language: 'fr' },
    },
    { name: 'settings-people-en', path: '/console/settings/people', ready: 'Claire Martin', arrival: { as: 'owner' } },
    {
      name: 'settings-general-fr-dark',
      path: '/console/settings/general',
      ready: 'Hôtes de suivi',
      arrival: { as: 'owner', language: 'fr', scheme: 'dark', height: 1000 },
    },
    {
      name: 'settings-keys-fr-phone',
      path: '/console/settings/keys',
      ready: 'Créer une clé',
      arrival: { ...PHONE, as: 'owner', language: 'fr' },
    },
    { name: 'settings-sign-in-en', path: '/console/settings/sign-in', ready: 'Passkeys', arrival: { as: 'manager' } },
    {
      name: 'settings-data-fr',
      path: '/console/settings/data',
      ready: 'Tout exporter',
      arrival: { as: 'owner', language: 'fr' },
    },
    { name: 'settings-audit-en', path: '/console/settings/audit', ready: 'Audit trail', arrival: { as: 'owner' } },
    { name: 'clicks-en', path: '/console/clicks', ready: 'alpes-1', arrival: { as: 'manager' } },
    { name: 'partners-en', path: '/console/partners', ready: 'Atelier Lumière', arrival: { as: 'owner' } },
    {
      name: 'partners-fr-dark',
      path: '/console/partners',
      ready: 'Atelier Lumière',
      arrival: { as: 'owner', language: 'fr', scheme: 'dark' },
    },
    {
      name: 'partners-fr-phone',
      path: '/console/partners',
      ready: 'Atelier Lumière',
      arrival: { ...PHONE, as: 'owner', language: 'fr' },
    },
    {
      name: 'partners-filters-fr',
      path: '/console/partners?sort=earned&state=active',
      ready: 'Atelier Lumière',
      arrival: { as: 'owner', language: 'fr' },
    },
    { name: 'partners-board-en', path: '/console/partners?view=board', ready: 'Atelier Lumière', arrival: { as: 'manager' } },
    {
      name: 'partners-board-fr-dark',
      path: '/console/partners?view=board',
      ready: 'Atelier Lumière',
      arrival: { as: 'manager', language: 'fr', scheme: 'dark' },
    },
    {
      name: 'partners-board-fr-phone',
      path: '/console/partners?view=board',
      ready: 'Atelier Lumière',
      arrival: { ...PHONE, as: 'manager', language: 'fr' },
    },
    {
      name: 'partner-timeline-fr',
      path: `${page}/timeline`,
      ready: 'Atelier Lumière',
      arrival: { as: 'manager', language: 'fr' },
    },
    {
      name: 'partner-notes-en-dark',
      path: `${page}/notes`,
      ready: 'Atelier Lumière',
      arrival: { as: 'manager', scheme: 'dark' },
    },
    { name: 'partner-links-fr', path: `${page}/links`, ready: 'alpes-1', arrival: { as: 'manager', language: 'fr' } },
    { name: 'partner-people-en', path: `${page}/people`, ready: 'Atelier Lumière', arrival: { as: 'owner' } },
    {
      name: 'partner-statement-fr-phone',
      path: `${page}/statement?${YEAR}`,
      ready: 'Atelier Lumière',
      arrival: { ...PHONE, as: 'manager', language: 'fr' },
    },
    { name: 'partner-en', path: page, ready: 'In its hold', arrival: { as: 'manager' } },
    { name: 'partner-fr-dark', path: page, ready: 'En carence', arrival: { as: 'manager', language: 'fr', scheme: 'dark' } },
    { name: 'facts-en', path: '/console/facts', ready: 'commande-2001', arrival: { as: 'viewer' } },
    { name: 'why-en', path: `/console/facts?why=${saleId}`, ready: 'What it earned', arrival: { as: 'viewer', height: 1000 } },
    {
      name: 'why-fr-dark',
      path: `/console/facts?why=${saleId}`,
      ready: 'Ce que cela a rapporté',
      arrival: { as: 'viewer', language: 'fr', scheme: 'dark', height: 1000 },
    },
    {
      name: 'why-not-fr',
      path: `/console/facts?why=${unpaidSaleId}`,
      ready: 'N’a rien payé',
      arrival: { as: 'viewer', language: 'fr' },
    },
    { name: 'commissions-en', path: '/console/commissions', ready: 'Atelier Lumière', arrival: { as: 'finance' } },
    { name: 'programs-en', path: '/console/programs', ready: 'Affiliation', arrival: { as: 'manager' } },
    {
      name: 'program-fr-dark',
      path: `/console/programs/${programId}`,
      ready: 'Ce mois-ci',
      arrival: { as: 'manager', language: 'fr', scheme: 'dark' },
    },
    {
      name: 'plan-editor-en',
      path: `/console/plans/${planId}/edit`,
      ready: 'As it reads',
      arrival: { as: 'manager', height: 1000 },
    },
    {
      name: 'plan-editor-fr-phone-dark',
      path: `/console/plans/${planId}/edit`,
      ready: 'Ce qui est payé',
      arrival: { ...PHONE, as: 'manager', language: 'fr', scheme: 'dark' },
    },
    {
      name: 'plan-publication-fr',
      path: `/console/plans/${planId}/publication`,
      ready: 'Ce que liront les partenaires',
      arrival: { as: 'manager', language: 'fr', height: 1000 },
    },
    { name: 'overview-en', path: '/portal', ready: 'Earned so far', arrival: { as: 'partner' } },
    {
      name: 'overview-fr-dark',
      path: '/portal',
      ready: 'Gagné à ce jour',
      arrival: { as: 'partner', language: 'fr', scheme: 'dark' },
    },
    {
      name: 'overview-fr-phone',
      path: '/portal',
      ready: 'Gagné à ce jour',
      arrival: { ...PHONE, as: 'partner', language: 'fr' },
    },
    {
      name: 'contributions-en-phone-dark',
      path: '/portal/contributions',
      ready: 'commande-',
      arrival: { ...PHONE, as: 'partner', scheme: 'dark' },
    },
    { name: 'links-en', path: '/portal/links', ready: '/alpes-1', arrival: { as: 'partner' } },
    { name: 'link-new-fr', path: '/portal/links?link=new', ready: 'Page où il mène', arrival: { as: 'partner', language: 'fr' } },
    {
      name: 'links-fr-phone-dark',
      path: '/portal/links',
      ready: '/alpes-1',
      arrival: { ...PHONE, as: 'partner', language: 'fr', scheme: 'dark' },
    },
    {
      name: 'link-en',
      path: `/portal/links?link=${linkId}`,
      ready: 'Share it',
      arrival: { as: 'partner', height: 1000 },
    },
    { name: 'earnings-fr', path: '/portal/commissions', ready: 'En carence', arrival: { as: 'partner', language: 'fr' } },
    { name: 'statement-en', path: `/portal/statement?${YEAR}`, ready: 'At the end', arrival: { as: 'partner', height: 1000 } },
    {
      name: 'statement-fr-phone-dark',
      path: `/portal/statement?${YEAR}`,
      ready: 'Au début',
      arrival: { ...PHONE, as: 'partner', language: 'fr', scheme: 'dark' },
    },
    { name: 'terms-fr', path: '/portal/terms', ready: 'Affiliation', arrival: { as: 'partner', language: 'fr', height: 1000 } },
    {
      name: 'terms-en-phone-dark',
      path: '/portal/terms',
      ready: 'Affiliation',
      arrival: { ...PHONE, as: 'partner', scheme: 'dark' },
    },
    {
      name: 'declare-fr',
      path: '/portal/declared?open=new',
      ready: 'Montant attendu',
      arrival: { as: 'partner', language: 'fr', height: 1000 },
    },
    { name: 'people-en', path: '/portal/people', ready: 'Ana Lumière', arrival: { as: 'partner' } },
    {
      name: 'preferences-fr-phone-dark',
      path: '/portal/preferences',
      ready: 'Votre semaine',
      arrival: { ...PHONE, as: 'partner', language: 'fr', scheme: 'dark' },
    },
    {
      name: 'analytics-en',
      path: '/console/analytics?split=partner',
      ready: 'Refuge Conseil',
      arrival: { as: 'manager', height: 900 },
    },
    {
      name: 'analytics-funnel-fr-dark',
      path: '/console/analytics/funnel',
      ready: 'Cette période',
      arrival: { as: 'manager', language: 'fr', scheme: 'dark', height: 900 },
    },
    {
      name: 'analytics-models-en',
      path: '/console/analytics/models',
      ready: 'Rules in force',
      arrival: { as: 'manager', height: 1000 },
    },
    {
      name: 'analytics-tracking-en',
      path: '/console/analytics/tracking',
      ready: 'Tied without a tracker',
      arrival: { as: 'manager', height: 1000 },
    },
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
      name: 'sign-on-fr',
      path: '/console/settings/sign-on',
      ready: 'Connecter un fournisseur',
      arrival: { as: 'owner', language: 'fr' },
    },
    { name: 'declared-contributions-en', path: '/console/contributions', ready: 'Contributions', arrival: { as: 'manager' } },
  ];
}
