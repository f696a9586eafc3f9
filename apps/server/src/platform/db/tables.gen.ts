// Made by tools/generate.ts from the migrated schema. Do not edit: run `npm run generate`.
import type { ColumnType, GeneratedAlways } from 'kysely';

export interface AccountingAuxiliaryTable {
  workspace_id: string;
  partner_id: string;
  number: string;
}

export interface AccountingChartTable {
  workspace_id: string;
  valid_from: string;
  chart: ColumnType<unknown, string, string>;
  written_at: ColumnType<number, Date | string, Date | string>;
  written_by: string;
}

export interface AccountingDeclarationTable {
  workspace_id: string;
  pays_salaries: boolean;
  das2_column: string;
}

export interface AddressSaltTable {
  day: string;
  key: Buffer;
}

export interface ApiKeyTable {
  workspace_id: string;
  id: string;
  name: string;
  publishable: boolean;
  prefix: string;
  hash: Buffer;
  scopes: string[];
  origins: ColumnType<string[], string[] | undefined, string[]>;
  created_at: ColumnType<number, Date | string, Date | string>;
  created_by: string;
  expires_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  last_used_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  revoked_at: ColumnType<number | null, Date | string | null, Date | string | null>;
}

export interface ApplicationTable {
  workspace_id: string;
  id: string;
  form_id: string;
  program_id: string;
  state: 'unconfirmed' | 'waiting' | 'asked' | 'accepted' | 'refused' | 'withdrawn';
  document: ColumnType<unknown, string, string>;
  name: string;
  contact: string;
  email: string;
  language: 'fr' | 'en';
  country: string | null;
  website: string | null;
  registration_number: string | null;
  vat_number: string | null;
  address: string | null;
  ties: string | null;
  answers: ColumnType<unknown, string, string>;
  sent_at: ColumnType<number, Date | string, Date | string>;
  confirmed_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  decided_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  reason: string | null;
  partner_id: string | null;
  enrollment_id: string | null;
}

export interface ApplicationCountTable {
  workspace_id: string;
  form_id: string;
  day: string;
  step: 'seen' | 'begun' | 'sent' | 'confirmed' | 'accepted' | 'refused';
  number: number;
}

export interface ApplicationFormTable {
  workspace_id: string;
  id: string;
  program_id: string;
  is_open: boolean;
  document: ColumnType<unknown, string, string>;
  changed_at: ColumnType<number, Date | string, Date | string>;
}

export interface AuditTable {
  workspace_id: string;
  id: string;
  at: ColumnType<number, Date | string, Date | string>;
  actor: ColumnType<unknown, string, string>;
  action: string;
  subject: string;
  before: ColumnType<unknown, string | null, string | null>;
  after: ColumnType<unknown, string | null, string | null>;
  request_id: string;
}

export interface AuthAccountTable {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  accessToken: string | null;
  refreshToken: string | null;
  idToken: string | null;
  accessTokenExpiresAt: ColumnType<number | null, Date | string | null, Date | string | null>;
  refreshTokenExpiresAt: ColumnType<number | null, Date | string | null, Date | string | null>;
  scope: string | null;
  password: string | null;
  createdAt: ColumnType<number, Date | string | undefined, Date | string>;
  updatedAt: ColumnType<number, Date | string, Date | string>;
}

export interface AuthPasskeyTable {
  id: string;
  name: string | null;
  publicKey: string;
  userId: string;
  credentialID: string;
  counter: number;
  deviceType: string;
  backedUp: boolean;
  transports: string | null;
  createdAt: ColumnType<number | null, Date | string | null, Date | string | null>;
  aaguid: string | null;
}

export interface AuthSessionTable {
  id: string;
  expiresAt: ColumnType<number, Date | string, Date | string>;
  token: string;
  createdAt: ColumnType<number, Date | string | undefined, Date | string>;
  updatedAt: ColumnType<number, Date | string, Date | string>;
  ipAddress: string | null;
  userAgent: string | null;
  userId: string;
  signOnWorkspaceId: string | null;
}

export interface AuthTwoFactorTable {
  id: string;
  secret: string;
  backupCodes: string;
  userId: string;
  verified: boolean | null;
  failedVerificationCount: number | null;
  lockedUntil: ColumnType<number | null, Date | string | null, Date | string | null>;
}

export interface AuthUserTable {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  image: string | null;
  createdAt: ColumnType<number, Date | string | undefined, Date | string>;
  updatedAt: ColumnType<number, Date | string | undefined, Date | string>;
  twoFactorEnabled: boolean | null;
  language: 'fr' | 'en' | null;
  brought_by_partner: ColumnType<boolean, boolean | undefined, boolean>;
}

export interface AuthVerificationTable {
  id: string;
  identifier: string;
  value: string;
  expiresAt: ColumnType<number, Date | string, Date | string>;
  createdAt: ColumnType<number, Date | string | undefined, Date | string>;
  updatedAt: ColumnType<number, Date | string | undefined, Date | string>;
}

export interface BalanceSnapshotTable {
  workspace_id: string;
  partner_id: string;
  currency: string;
  account: 'pending' | 'payable' | 'in_payout' | 'paid' | 'commission_expense' | 'vat' | 'withholding' | 'rounding' | 'adjustment' | 'exchange' | 'vat_due' | 'planned_debt' | 'debt_waived';
  through_seq: bigint;
  debits: string;
  credits: string;
}

export interface BankAccountTable {
  workspace_id: string;
  id: string;
  partner_id: string | null;
  holder: string;
  iban: Buffer;
  iban_hint: string;
  iban_hash: Buffer;
  bic: string | null;
  address: ColumnType<unknown, string | null, string | null>;
  state: 'to_confirm' | 'in_force' | 'refused' | 'replaced';
  entered_at: ColumnType<number, Date | string, Date | string>;
  entered_by: string;
  by_partner: boolean;
  decided_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  decided_by: string | null;
  usable_from: ColumnType<number | null, Date | string | null, Date | string | null>;
  reason: string | null;
  rail: ColumnType<'sepa' | 'wise' | 'paypal' | 'stripe', 'sepa' | 'wise' | 'paypal' | 'stripe' | undefined, 'sepa' | 'wise' | 'paypal' | 'stripe'>;
}

export interface BankReportTable {
  workspace_id: string;
  id: string;
  sha256: string;
  kind: 'camt.053' | 'pain.002' | 'csv';
  read_at: ColumnType<number, Date | string, Date | string>;
  result: ColumnType<unknown, string, string>;
}

export interface BillingMandateTable {
  workspace_id: string;
  id: string;
  partner_id: string;
  language: 'fr' | 'en';
  text: string;
  text_sha256: string;
  contest_days: number;
  signer: string;
  reference: string | null;
  signed_at: ColumnType<number, Date | string, Date | string>;
  signed_by: string;
  by_partner: boolean;
  valid_from: string;
  revoked_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  revoked_by: string | null;
  revoked_by_partner: boolean | null;
  revocation_reason: string | null;
}

export interface BookExportTable {
  workspace_id: string;
  id: string;
  request: ColumnType<unknown, string, string>;
  language: string;
  state: 'waiting' | 'running' | 'done' | 'failed';
  is_draft: boolean;
  file_name: string;
  postings: ColumnType<number, number | undefined, number>;
  result: ColumnType<unknown, string | null, string | null>;
  fault: ColumnType<unknown, string | null, string | null>;
  bytes: bigint | null;
  sha256: string | null;
  created_at: ColumnType<number, Date | string, Date | string>;
  created_by: string;
  finished_at: ColumnType<number | null, Date | string | null, Date | string | null>;
}

export interface BookExportPartTable {
  workspace_id: string;
  export_id: string;
  number: number;
  bytes: Buffer;
}

export interface CertificateTable {
  workspace_id: string;
  id: string;
  partner_id: string;
  code: string;
  from_at: ColumnType<number, Date | string, Date | string>;
  to_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  recorded_at: ColumnType<number, Date | string, Date | string>;
}

export interface CharterTable {
  workspace_id: string;
  id: string;
  partner_id: string;
  kind: string;
  opened_at: ColumnType<number, Date | string, Date | string>;
  is_open: boolean;
  is_dropped: boolean;
  ends_on: string | null;
  versions: number;
  proposals: number;
  entries: number;
  duties_version: number | null;
  duties_ends_on: string | null;
}

export interface CharterApprovalTable {
  workspace_id: string;
  charter_id: string;
  version: number;
  side: 'company' | 'partner';
  hash: string;
  actor: ColumnType<unknown, string, string>;
  at: ColumnType<number, Date | string, Date | string>;
}

export interface CharterClauseTable {
  workspace_id: string;
  key: string;
  version: number;
  clause: ColumnType<unknown, string, string>;
  fits: string[];
  at: ColumnType<number, Date | string, Date | string>;
}

export interface CharterEntryTable {
  workspace_id: string;
  charter_id: string;
  number: number;
  at: ColumnType<number, Date | string, Date | string>;
  kind: string;
  side: 'company' | 'partner';
  actor: ColumnType<unknown, string, string>;
  version: number;
  clause: string | null;
  proposal: number | null;
  text: string | null;
}

export interface CharterPaperTable {
  workspace_id: string;
  charter_id: string;
  version: number;
  bytes: Buffer;
  sha256: string;
}

export interface CharterProposalTable {
  workspace_id: string;
  charter_id: string;
  number: number;
  version: number;
  side: 'company' | 'partner';
  actor: ColumnType<unknown, string, string>;
  at: ColumnType<number, Date | string, Date | string>;
  change: ColumnType<unknown, string, string>;
  before: ColumnType<unknown, string | null, string | null>;
  text: string | null;
  state: 'open' | 'accepted' | 'refused' | 'withdrawn';
  reason: string | null;
}

export interface CharterRequirementTable {
  workspace_id: string;
  required: 'nobody' | 'programs' | 'everybody';
  program_ids: string[];
}

export interface CharterSendingTable {
  workspace_id: string;
  charter_id: string;
  version: number;
  envelope_id: string;
  hash: string;
  paper_sha256: string;
  state: 'sent' | 'completed' | 'refused' | 'expired' | 'cancelled';
  sent_at: ColumnType<number, Date | string, Date | string>;
  ended_at: ColumnType<number | null, Date | string | null, Date | string | null>;
}

export interface CharterSignatureTable {
  workspace_id: string;
  charter_id: string;
  version: number;
  side: 'company' | 'partner';
  signed_on: string;
  reference: string | null;
  actor: ColumnType<unknown, string, string>;
  at: ColumnType<number, Date | string, Date | string>;
  envelope_id: string | null;
}

export interface CharterVersionTable {
  workspace_id: string;
  charter_id: string;
  number: number;
  state: 'own' | 'shared' | 'approved' | 'announced' | 'signed' | 'dropped';
  mode: 'agree' | 'replace';
  side: 'company' | 'partner';
  document: ColumnType<unknown, string, string>;
  hash: string;
  revision: number;
  opened_at: ColumnType<number, Date | string, Date | string>;
  shared_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  approved_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  signed_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  holds_from: string | null;
}

export interface ClaimTable {
  workspace_id: string;
  id: string;
  kind: 'missing' | 'wrong' | 'rejected' | 'split';
  partner_id: string;
  enrollment_id: string;
  program_id: string;
  by_partner: boolean;
  fact_seq: bigint | null;
  commission_number: number | null;
  contribution_id: string | null;
  what: 'sale' | 'lead' | null;
  occurred_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  event_id: string | null;
  customer_id: string | null;
  customer_external_id: string | null;
  customer_name: string | null;
  customer_email: string | null;
  amount: bigint | null;
  currency: string | null;
  opened_at: ColumnType<number, Date | string, Date | string>;
  days: number;
  day_kind: string;
  is_automatic: boolean;
  state: 'open' | 'asked' | 'accepted' | 'partly_accepted' | 'refused' | 'withdrawn';
  deadline: ColumnType<number | null, Date | string | null, Date | string | null>;
  reminded_for: ColumnType<number | null, Date | string | null, Date | string | null>;
  overdue_for: ColumnType<number | null, Date | string | null, Date | string | null>;
  entries: number;
  decided_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  decided_by_clock: boolean | null;
  was_late: boolean | null;
  answer_ms: bigint | null;
  code: string | null;
  reason: string | null;
  settled_by: 'sale' | 'lead' | 'commission' | 'split' | 'fact' | null;
  settled_seq: bigint | null;
  settled_contribution_id: string | null;
  unsettled: ColumnType<unknown, string | null, string | null>;
}

export interface ClaimEntryTable {
  workspace_id: string;
  claim_id: string;
  number: number;
  at: ColumnType<number, Date | string, Date | string>;
  kind: string;
  side: 'company' | 'partner' | 'clock';
  actor: ColumnType<unknown, string, string>;
  text: string | null;
  links: string[];
}

export interface ClaimSettingTable {
  workspace_id: string;
  shows_statistics: boolean;
}

export interface ClaimTermsTable {
  workspace_id: string;
  id: string;
  program_id: string | null;
  since: ColumnType<number, Date | string, Date | string>;
  days: number | null;
  day_kind: 'calendar' | 'business' | null;
  is_automatic: boolean | null;
}

export interface ClickTable {
  workspace_id: string;
  id: string;
  at: ColumnType<number, Date | string, Date | string>;
  seq: ColumnType<bigint, bigint | undefined, bigint>;
  program_id: string;
  enrollment_id: string;
  partner_id: string;
  link_id: string;
  visitor_id: string | null;
  sub_id: string | null;
  flag: string | null;
  address_hash: Buffer | null;
  agent: string | null;
  referrer_host: string | null;
  parameter: string | null;
  path: string;
}

export interface ClickDailyTable {
  workspace_id: string;
  partner_id: string;
  day: string;
  program_id: string;
  clicks: bigint;
  repeats: bigint;
  bots: bigint;
}

export interface ClickDailyLinkTable {
  workspace_id: string;
  partner_id: string;
  link_id: string;
  sub_id: string;
  day: string;
  program_id: string;
  clicks: bigint;
  repeats: bigint;
  bots: bigint;
}

export interface ClickDailyTotalTable {
  workspace_id: string;
  day: string;
  program_id: string;
  clicks: bigint;
  repeats: bigint;
  bots: bigint;
}

export interface ClickUseTable {
  workspace_id: string;
  click_id: string;
  fact_seq: bigint;
}

export interface ClickUseHeadTable {
  workspace_id: string;
  seq: bigint;
}

export interface CodeOwnerTable {
  workspace_id: string;
  kind: 'code' | 'coupon';
  code: string;
  number: number;
  from_at: ColumnType<number, Date | string, Date | string>;
  recorded_at: ColumnType<number, Date | string, Date | string>;
  enrollment_id: string | null;
  link_id: string | null;
}

export interface CohortCustomerTable {
  workspace_id: string;
  customer_id: string;
  month: string;
  partner_id: string;
  program_id: string;
}

export interface CohortMonthlyTable {
  workspace_id: string;
  cohort: string;
  partner_id: string;
  program_id: string;
  month: string;
  currency: string;
  customers: bigint;
  sales: bigint;
  amount: bigint;
  refunded: bigint;
  earned: bigint;
  reversed: bigint;
}

export interface CommissionTable {
  workspace_id: string;
  fact_seq: bigint;
  number: number;
  enrollment_id: string;
  partner_id: string;
  program_id: string;
  plan_version_id: string;
  clause: string;
  rule_id: string;
  line_id: string | null;
  currency: string;
  base: bigint;
  amount: bigint;
  arithmetic: ColumnType<unknown, string, string>;
  cap: ColumnType<unknown, string | null, string | null>;
  occurred_at: ColumnType<number, Date | string, Date | string>;
  recorded_at: ColumnType<number, Date | string, Date | string>;
  payable_at: ColumnType<number, Date | string, Date | string>;
  status: ColumnType<'pending' | 'in_review' | 'held' | 'suspended' | 'payable' | 'in_payout' | 'paid' | 'reversed' | 'refused', 'pending' | 'in_review' | 'held' | 'suspended' | 'payable' | 'in_payout' | 'paid' | 'reversed' | 'refused' | undefined, 'pending' | 'in_review' | 'held' | 'suspended' | 'payable' | 'in_payout' | 'paid' | 'reversed' | 'refused'>;
  reversed: ColumnType<bigint, bigint | undefined, bigint>;
  payout_seq: bigint | null;
  blocks: ColumnType<number, number | undefined, number>;
  settled_in: string | null;
}

export interface CommissionChangeTable {
  workspace_id: string;
  fact_seq: bigint;
  commission_fact_seq: bigint;
  commission_number: number;
  status_before: string;
  status_after: string;
}

export interface CompanyRecordTable {
  workspace_id: string;
  number: number;
  valid_from: string;
  identity: ColumnType<unknown, string, string>;
  reason: string | null;
  written_at: ColumnType<number, Date | string, Date | string>;
  written_by: string;
}

export interface ConnectionTable {
  workspace_id: string;
  id: string;
  kind: 'stripe' | 'shopify' | 'woocommerce' | 'generic';
  name: string;
  secret: Buffer;
  settings: ColumnType<unknown, string | undefined, string>;
  created_at: ColumnType<number, Date | string, Date | string>;
  ended_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  last_event_at: ColumnType<number | null, Date | string | null, Date | string | null>;
}

export interface ContributionTable {
  workspace_id: string;
  id: string;
  kind: 'deal' | 'introduction' | 'lead' | 'contribution' | 'agreement';
  program_id: string;
  customer_id: string | null;
  customer_external_id: string | null;
  customer_name: string | null;
  customer_email: string | null;
  customer_country: string | null;
  name_key: string | null;
  email_hash: string | null;
  customer_known: boolean;
  occurred_at: ColumnType<number, Date | string, Date | string>;
  valid_until: ColumnType<number | null, Date | string | null, Date | string | null>;
  description: string | null;
  evidence_url: string | null;
  products: string[] | null;
  expected_amount: bigint | null;
  currency: string | null;
  introduced_to: string | null;
  nature: string | null;
  quantity: number | null;
  unit: string | null;
  sale_event_id: string | null;
  declared_at: ColumnType<number, Date | string, Date | string>;
  by_partner: boolean;
  state: 'waiting' | 'confirmed' | 'refused' | 'withdrawn';
  decided_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  reason: string | null;
  fact_seq: bigint | null;
  end_seq: bigint | null;
  lead_name: string | null;
  consent_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  consent_how: string | null;
}

export interface ContributionPartyTable {
  workspace_id: string;
  contribution_id: string;
  number: number;
  partner_id: string;
  enrollment_id: string;
  share: string;
}

export interface ConversionDailyTable {
  workspace_id: string;
  grain: 'total' | 'country' | 'link' | 'sub_id' | 'path';
  partner_id: string;
  key: string;
  day: string;
  program_id: string;
  currency: string;
  sales: bigint;
  amount: bigint;
  leads: bigint;
  refunds: bigint;
  refunded: bigint;
  commissions: bigint;
  earned: bigint;
  reversed: bigint;
  paid: bigint;
}

export interface ConversionHeadTable {
  workspace_id: string;
  through_seq: bigint;
}

export interface CordeeMigrationTable {
  name: string;
  checksum: string;
  applied_at: ColumnType<number, Date | string | undefined, Date | string>;
}

export interface CountHeadTable {
  workspace_id: string;
  counted_seq: bigint;
  transaction_hash: Buffer;
  keeps_changes: ColumnType<boolean, boolean | undefined, boolean>;
}

export interface CounterTable {
  workspace_id: string;
  entity: string;
  key: string;
  value: bigint;
}

export interface CouponTable {
  workspace_id: string;
  id: string;
  enrollment_id: string;
  code: string;
  created_at: ColumnType<number, Date | string, Date | string>;
  ended_at: ColumnType<number | null, Date | string | null, Date | string | null>;
}

export interface CurrencyExchangeTable {
  workspace_id: string;
  id: string;
  partner_id: string;
  from_currency: string;
  from_amount: bigint;
  to_currency: string;
  to_amount: bigint;
  per_euro: ColumnType<unknown, string, string>;
  rate_on: string;
  rate_source: string;
  fact_seq: bigint;
  created_at: ColumnType<number, Date | string, Date | string>;
}

export interface CustomerTable {
  workspace_id: string;
  id: string;
  external_id: string | null;
  email: string | null;
  name: string | null;
  country: string | null;
  created_at: ColumnType<number, Date | string, Date | string>;
  erased_at: ColumnType<number | null, Date | string | null, Date | string | null>;
}

export interface DebtMovementTable {
  workspace_id: string;
  plan_id: string;
  number: number;
  kind: 'planned' | 'kept_back' | 'paid' | 'waived' | 'returned';
  amount: bigint;
  fact_seq: bigint;
  at: ColumnType<number, Date | string, Date | string>;
  paid_on: string | null;
  reference: string | null;
}

export interface DebtPlanTable {
  workspace_id: string;
  id: string;
  partner_id: string;
  currency: string;
  amount: bigint;
  terms: ColumnType<unknown, string, string>;
  reason: string;
  proposed_by: 'company' | 'partner';
  proposer: string;
  proposed_at: ColumnType<number, Date | string, Date | string>;
  state: 'proposed' | 'running' | 'settled' | 'broken' | 'ended' | 'declined' | 'withdrawn' | 'replaced';
  answerer: string | null;
  answered_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  ended_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  end_reason: string | null;
  told_missed: ColumnType<number, number | undefined, number>;
}

export interface DebtWaiverTable {
  workspace_id: string;
  id: string;
  plan_id: string;
  amount: bigint;
  reason: string;
  asked_by: string;
  asked_at: ColumnType<number, Date | string, Date | string>;
  state: 'waiting' | 'approved' | 'refused';
  decided_by: string | null;
  decided_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  decision_reason: string | null;
}

export interface DecisionTable {
  workspace_id: string;
  fact_seq: bigint;
  program_id: string | null;
  plan_version_id: string | null;
  unpaid: string | null;
  detail: ColumnType<unknown, string, string>;
}

export interface DisputeTable {
  workspace_id: string;
  id: string;
  partner_id: string;
  opened_by: 'company' | 'partner';
  subject: string;
  subject_id: string | null;
  clause: string | null;
  title: string;
  asks: string;
  opened_at: ColumnType<number, Date | string, Date | string>;
  ladder: ColumnType<unknown, string, string>;
  run: ColumnType<unknown, string, string>;
  state: 'open' | 'paused' | 'settled' | 'decided' | 'exhausted' | 'withdrawn';
  step: number;
  deadline: string | null;
  waits_for: 'company' | 'partner' | 'both' | null;
  ended_on: string | null;
  holds_payments: boolean;
  reminded_for: string | null;
  entries: number;
  head: string;
}

export interface DisputeBriefTable {
  workspace_id: string;
  id: string;
  dispute_id: string;
  step: number;
  side: 'company' | 'partner';
  texts: ColumnType<unknown, string, string>;
  saved_at: ColumnType<number, Date | string, Date | string>;
  actor: ColumnType<unknown, string, string>;
  submitted_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  sha256: string | null;
}

export interface DisputeDecisionTable {
  workspace_id: string;
  dispute_id: string;
  number: number;
  step: number;
  side: 'company' | 'partner';
  is_final: boolean;
  outcome: string;
  reasons: string;
  consequences: ColumnType<unknown, string, string>;
  at: ColumnType<number, Date | string, Date | string>;
  actor: ColumnType<unknown, string, string>;
  state: 'waiting' | 'accepted' | 'refused' | 'replaced' | 'decided' | 'lapsed';
}

export interface DisputeEntryTable {
  workspace_id: string;
  dispute_id: string;
  number: number;
  at: ColumnType<number, Date | string, Date | string>;
  kind: string;
  side: 'company' | 'partner' | 'clock';
  actor: ColumnType<unknown, string, string>;
  data: ColumnType<unknown, string, string>;
  links: string[];
  hash: string;
}

export interface DisputeLadderTable {
  workspace_id: string;
  number: number;
  valid_from: string;
  document: ColumnType<unknown, string, string>;
  source_fr: string;
  source_en: string;
  set_at: ColumnType<number, Date | string, Date | string>;
  actor: ColumnType<unknown, string, string>;
}

export interface EnrollmentTable {
  workspace_id: string;
  id: string;
  program_id: string;
  partner_id: string;
  upline_enrollment_id: string | null;
  created_at: ColumnType<number, Date | string, Date | string>;
}

export interface EnrollmentPlanTable {
  workspace_id: string;
  enrollment_id: string;
  number: number;
  from_at: ColumnType<number, Date | string, Date | string>;
  recorded_at: ColumnType<number, Date | string, Date | string>;
  plan_id: string | null;
}

export interface EnrollmentStateTable {
  workspace_id: string;
  enrollment_id: string;
  number: number;
  from_at: ColumnType<number, Date | string, Date | string>;
  recorded_at: ColumnType<number, Date | string, Date | string>;
  state: 'pending' | 'active' | 'paused' | 'ended';
  reason: string | null;
}

export interface EvidenceTable {
  workspace_id: string;
  id: string;
  qualification_id: string;
  partner_id: string;
  side: 'company' | 'partner';
  item: string | null;
  title: string;
  url: string | null;
  expires_on: string | null;
  added_at: ColumnType<number, Date | string, Date | string>;
  removed_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  reminded_for: string | null;
  taken_from: string | null;
}

export interface ExchangeRateTable {
  workspace_id: string;
  source: string;
  currency: string;
  date: string;
  rate: string;
  file_id: string;
}

export interface ExchangeRateFileTable {
  workspace_id: string;
  id: string;
  source: string;
  sha256: string;
  read_at: ColumnType<number, Date | string, Date | string>;
  read_by: string;
  added: number;
  first_date: string;
  last_date: string;
}

export interface ExchangeRulesTable {
  workspace_id: string;
  fetches: boolean;
}

export interface ExitRehearsalTable {
  workspace_id: string;
  id: string;
  partner_id: string;
  side: 'company' | 'partner';
  is_shown: boolean;
  at: ColumnType<number, Date | string, Date | string>;
  actor: ColumnType<unknown, string, string>;
  content: ColumnType<unknown, string, string>;
  hash: string;
}

export interface ExportTable {
  workspace_id: string;
  id: string;
  state: 'waiting' | 'running' | 'done' | 'failed' | 'expired';
  rows: ColumnType<bigint, bigint | undefined, bigint>;
  bytes: bigint | null;
  actor: ColumnType<unknown, string, string>;
  created_at: ColumnType<number, Date | string, Date | string>;
  finished_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  expires_at: ColumnType<number | null, Date | string | null, Date | string | null>;
}

export interface FactTable {
  workspace_id: string;
  seq: bigint;
  kind: string;
  source: string;
  external_id: string;
  occurred_at: ColumnType<number, Date | string, Date | string>;
  recorded_at: ColumnType<number, Date | string, Date | string>;
  customer_id: string | null;
  currency: string | null;
  amount: bigint | null;
  target_seq: bigint | null;
  body: ColumnType<unknown, string, string>;
  awaits: string | null;
  input_hash: Buffer;
  hash: Buffer;
}

export interface FactHeadTable {
  workspace_id: string;
  seq: bigint;
  hash: Buffer;
  recorded_at: ColumnType<number, Date | string, Date | string>;
  terms_version: bigint;
}

export interface FileStorageTable {
  workspace_id: string;
  quota_bytes: bigint;
}

export interface FinalAccountTable {
  workspace_id: string;
  leaving_id: string;
  number: number;
  at: ColumnType<number, Date | string, Date | string>;
  actor: ColumnType<unknown, string, string>;
  content: ColumnType<unknown, string, string>;
  hash: string;
}

export interface GuardSetTable {
  workspace_id: string;
  id: string;
  name: string;
  country: string;
  document: ColumnType<unknown, string, string>;
  created_at: ColumnType<number, Date | string, Date | string>;
  actor: ColumnType<unknown, string, string>;
  retired_at: ColumnType<number | null, Date | string | null, Date | string | null>;
}

export interface HolidayChoiceTable {
  workspace_id: string;
  partner_id: string | null;
  holds: 'company' | 'partner' | 'both';
  company_region: string | null;
  partner_region: string | null;
  set_at: ColumnType<number, Date | string, Date | string>;
}

export interface HookEventTable {
  workspace_id: string;
  connection_id: string;
  event_id: string;
  type: string;
  received_at: ColumnType<number, Date | string, Date | string>;
  state: 'waiting' | 'done' | 'ignored' | 'failed';
  detail: ColumnType<unknown, string | null, string | null>;
  body: ColumnType<unknown, string | null, string | null>;
}

export interface HookReferenceTable {
  workspace_id: string;
  connection_id: string;
  reference: string;
  data: ColumnType<unknown, string, string>;
}

export interface IdempotencyTable {
  workspace_id: string;
  key: string;
  route: string;
  input_hash: Buffer;
  status: number;
  answer: ColumnType<unknown, string | null, string | null>;
  created_at: ColumnType<number, Date | string, Date | string>;
}

export interface ImportTable {
  workspace_id: string;
  id: string;
  kind: string;
  file_name: string;
  file_hash: Buffer | null;
  state: 'waiting' | 'running' | 'done' | 'failed';
  settings: ColumnType<unknown, string, string>;
  size_bytes: bigint | null;
  position_bytes: ColumnType<bigint, bigint | undefined, bigint>;
  line: ColumnType<bigint, bigint | undefined, bigint>;
  accepted: ColumnType<bigint, bigint | undefined, bigint>;
  duplicates: ColumnType<bigint, bigint | undefined, bigint>;
  rejected: ColumnType<bigint, bigint | undefined, bigint>;
  created_at: ColumnType<number, Date | string, Date | string>;
  finished_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  fault: ColumnType<unknown, string | null, string | null>;
}

export interface ImportMappingTable {
  workspace_id: string;
  kind: string;
  header_hash: Buffer;
  mapping: ColumnType<unknown, string, string>;
  saved_at: ColumnType<number, Date | string, Date | string>;
}

export interface ImportRejectTable {
  workspace_id: string;
  import_id: string;
  line: bigint;
  column_name: string | null;
  code: string;
  raw: string;
  value: string | null;
}

export interface InvoiceTable {
  workspace_id: string;
  id: string;
  partner_id: string;
  type: '389' | '261' | '380';
  number: string;
  place: number | null;
  state: 'issued' | 'delivered' | 'accepted' | 'tacitly_accepted' | 'contested' | 'credited' | 'submitted' | 'refused';
  currency: string;
  net: bigint;
  vat: bigint;
  vat_category: string;
  vat_rate: number;
  self_assessed: bigint;
  issued_on: string;
  due_on: string | null;
  period_from: string;
  period_to: string;
  mandate_id: string | null;
  language: 'fr' | 'en';
  document: ColumnType<unknown, string, string>;
  decision: ColumnType<unknown, string, string>;
  reopens: boolean;
  created_at: ColumnType<number, Date | string, Date | string>;
  created_by: string;
  delivered_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  contest_until: ColumnType<number | null, Date | string | null, Date | string | null>;
  fact_seq: bigint | null;
}

export interface InvoiceCreditTable {
  workspace_id: string;
  invoice_id: string;
  credited_id: string;
  net: bigint;
}

export interface InvoiceFileTable {
  workspace_id: string;
  invoice_id: string;
  form: 'xml' | 'pdf' | 'sent';
  media_type: string;
  file_name: string;
  bytes: Buffer;
  sha256: string;
  kept_at: ColumnType<number, Date | string, Date | string>;
}

export interface InvoiceHandoverTable {
  workspace_id: string;
  invoice_id: string;
  handed_at: ColumnType<number, Date | string, Date | string>;
  handed_by: string;
}

export interface InvoicePartTable {
  workspace_id: string;
  invoice_id: string;
  number: number;
  statement_id: string | null;
  reopened_id: string | null;
  net: bigint;
  holds: ColumnType<boolean, boolean | undefined, boolean>;
}

export interface InvoiceSeriesTable {
  workspace_id: string;
  partner_id: string;
  series: number;
  last_number: number;
  last_on: string | null;
}

export interface InvoiceStepTable {
  workspace_id: string;
  invoice_id: string;
  number: number;
  at: ColumnType<number, Date | string, Date | string>;
  kind: string;
  side: 'company' | 'partner' | 'clock' | 'platform';
  actor: ColumnType<unknown, string, string>;
  text: string | null;
  platform_code: string | null;
  platform_at: ColumnType<number | null, Date | string | null, Date | string | null>;
}

export interface InvoicingTable {
  workspace_id: string;
  version: number;
  document: ColumnType<unknown, string, string>;
  changed_at: ColumnType<number, Date | string, Date | string>;
  changed_by: string;
}

export interface JointFactTable {
  workspace_id: string;
  id: string;
  partner_id: string;
  kind: 'decision' | 'figure' | 'meeting' | 'contact';
  text: string;
  on_date: string;
  state: 'proposed' | 'confirmed' | 'contested' | 'withdrawn';
  proposed_by: 'company' | 'partner';
  proposed_at: ColumnType<number, Date | string, Date | string>;
  proposer: ColumnType<unknown, string, string>;
  answered_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  answerer: ColumnType<unknown, string | null, string | null>;
  reason: string | null;
}

export interface LeavingTable {
  workspace_id: string;
  id: string;
  partner_id: string;
  state: 'noticed' | 'begun' | 'settled' | 'ended' | 'withdrawn';
  side: 'company' | 'partner';
  noticed_on: string;
  ends_on: string;
  earliest_on: string;
  basis: string;
  reason: string;
  offer: ColumnType<unknown, string | null, string | null>;
  stage: string | null;
  run_off_on: string | null;
  access_days: number;
  ended_on: string | null;
  reads_until: string | null;
  entries: ColumnType<number, number | undefined, number>;
  created_at: ColumnType<number, Date | string, Date | string>;
}

export interface LeavingEntryTable {
  workspace_id: string;
  leaving_id: string;
  number: number;
  at: ColumnType<number, Date | string, Date | string>;
  kind: string;
  side: 'company' | 'partner' | 'clock';
  actor: ColumnType<unknown, string, string>;
  text: string | null;
  ends_on: string | null;
}

export interface LeavingStepTable {
  workspace_id: string;
  leaving_id: string;
  step: string;
  at: ColumnType<number, Date | string, Date | string>;
  side: 'company' | 'partner' | 'clock';
  actor: ColumnType<unknown, string, string>;
  text: string | null;
}

export interface LedgerTransactionTable {
  workspace_id: string;
  fact_seq: bigint;
  kind: string;
  effective_at: ColumnType<number, Date | string, Date | string>;
  recorded_at: ColumnType<number, Date | string, Date | string>;
  hash: Buffer;
}

export interface LinkTable {
  workspace_id: string;
  id: string;
  enrollment_id: string;
  code: string;
  destination_url: string | null;
  sub_id: string | null;
  created_at: ColumnType<number, Date | string, Date | string>;
  ended_at: ColumnType<number | null, Date | string | null, Date | string | null>;
}

export interface MailTable {
  workspace_id: string;
  id: string;
  kind: string;
  occasion: string | null;
  recipient: string;
  language: 'fr' | 'en';
  subject: string;
  content: Buffer | null;
  state: 'queued' | 'sent' | 'kept' | 'failed';
  attempts: ColumnType<number, number | undefined, number>;
  fault: string | null;
  created_at: ColumnType<number, Date | string, Date | string>;
  ended_at: ColumnType<number | null, Date | string | null, Date | string | null>;
}

export interface MailPreferenceTable {
  workspace_id: string;
  address: string;
  kind: string;
  wanted: boolean;
  changed_at: ColumnType<number, Date | string, Date | string>;
}

export interface MembershipTable {
  workspace_id: string;
  user_id: string;
  role: 'owner' | 'manager' | 'finance' | 'viewer' | 'partner';
  partner_id: string | null;
  created_at: ColumnType<number, Date | string, Date | string>;
}

export interface ObligationTable {
  workspace_id: string;
  id: string;
  partner_id: string;
  source: string;
  key: string;
  kind: string;
  owner: 'company' | 'partner' | 'both';
  title_fr: string;
  title_en: string;
  due_on: string;
  remind_days: number[];
  proof: string;
  last_kind: 'handed_in' | 'refused' | 'waived' | 'missed' | null;
  last_on: string | null;
  told: 'reminder' | 'late' | 'missed' | 'kept' | null;
  told_on: string | null;
  entries: number;
  gone_at: ColumnType<number | null, Date | string | null, Date | string | null>;
}

export interface ObligationEntryTable {
  workspace_id: string;
  obligation_id: string;
  number: number;
  at: ColumnType<number, Date | string, Date | string>;
  kind: string;
  side: 'company' | 'partner' | 'clock';
  actor: ColumnType<unknown, string, string>;
  text: string | null;
  links: string[];
}

export interface ObligationFeedTable {
  workspace_id: string;
  id: string;
  partner_id: string | null;
  by_partner: boolean;
  token_hash: Buffer;
  created_at: ColumnType<number, Date | string, Date | string>;
  actor: ColumnType<unknown, string, string>;
  revoked_at: ColumnType<number | null, Date | string | null, Date | string | null>;
}

export interface ObligationTermsTable {
  workspace_id: string;
  partner_id: string;
  source: string;
  version: number;
  terms: ColumnType<unknown, string, string>;
  dates: ColumnType<unknown, string, string>;
  country: string;
  region: string | null;
  set_at: ColumnType<number, Date | string, Date | string>;
  actor: ColumnType<unknown, string, string>;
  also_country: string | null;
  also_region: string | null;
  follows_settings: ColumnType<boolean, boolean | undefined, boolean>;
}

export interface OneTimeLinkTable {
  hash: Buffer;
  purpose: 'setup' | 'invitation';
  user_id: string | null;
  expires_at: ColumnType<number, Date | string, Date | string>;
}

export interface OutboxTable {
  workspace_id: string;
  audit_id: string;
  tries: ColumnType<number, number | undefined, number>;
  next_at: ColumnType<number | null, Date | string | null, Date | string | null>;
}

export interface PartnerTable {
  workspace_id: string;
  id: string;
  name: string;
  kind: string;
  country: string | null;
  email: string | null;
  language: string;
  external_id: string | null;
  attributes: ColumnType<unknown, string | undefined, string>;
  created_at: ColumnType<number, Date | string, Date | string>;
  archived_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  stage: ColumnType<'prospect' | 'qualifying' | 'negotiating' | 'onboarding' | 'active' | 'under_review' | 'renewing' | 'leaving' | 'ended', 'prospect' | 'qualifying' | 'negotiating' | 'onboarding' | 'active' | 'under_review' | 'renewing' | 'leaving' | 'ended' | undefined, 'prospect' | 'qualifying' | 'negotiating' | 'onboarding' | 'active' | 'under_review' | 'renewing' | 'leaving' | 'ended'>;
  stage_since: ColumnType<number, Date | string | undefined, Date | string>;
  name_key: GeneratedAlways<string | null>;
  search_text: GeneratedAlways<string | null>;
}

export interface PartnerAccessTable {
  workspace_id: string;
  partner_id: string;
  limited_at: ColumnType<number, Date | string, Date | string>;
  closed_at: ColumnType<number | null, Date | string | null, Date | string | null>;
}

export interface PartnerArchiveTable {
  workspace_id: string;
  id: string;
  partner_id: string;
  side: 'company' | 'partner';
  state: 'waiting' | 'running' | 'done' | 'failed' | 'expired';
  parts_done: ColumnType<number, number | undefined, number>;
  parts: ColumnType<number, number | undefined, number>;
  bytes: bigint | null;
  sha256: string | null;
  actor: ColumnType<unknown, string, string>;
  language: 'fr' | 'en';
  created_at: ColumnType<number, Date | string, Date | string>;
  finished_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  expires_at: ColumnType<number | null, Date | string | null, Date | string | null>;
}

export interface PartnerFactTable {
  workspace_id: string;
  partner_id: string;
  fact_seq: bigint;
}

export interface PartnerFiguresTable {
  workspace_id: string;
  partner_id: string;
  earned: bigint;
  last_at: ColumnType<number, Date | string, Date | string>;
}

export interface PartnerHistoryTable {
  workspace_id: string;
  partner_id: string;
  number: number;
  from_at: ColumnType<number, Date | string, Date | string>;
  recorded_at: ColumnType<number, Date | string, Date | string>;
  facts: ColumnType<unknown, string, string>;
}

export interface PartnerNoteTable {
  workspace_id: string;
  id: string;
  partner_id: string;
  text: string;
  author: ColumnType<unknown, string, string>;
  created_at: ColumnType<number, Date | string, Date | string>;
  changed_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  removed_at: ColumnType<number | null, Date | string | null, Date | string | null>;
}

export interface PartnerOwnNoteTable {
  workspace_id: string;
  id: string;
  partner_id: string;
  sealed: Buffer;
  user_id: string;
  created_at: ColumnType<number, Date | string, Date | string>;
  changed_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  removed_at: ColumnType<number | null, Date | string | null, Date | string | null>;
}

export interface PartnerStageTable {
  workspace_id: string;
  partner_id: string;
  number: number;
  stage: string;
  reason: string | null;
  from_at: ColumnType<number, Date | string, Date | string>;
  recorded_at: ColumnType<number, Date | string, Date | string>;
  actor: ColumnType<unknown, string, string>;
}

export interface PartnerTagTable {
  workspace_id: string;
  partner_id: string;
  tag: string;
}

export interface PartnerVisibilityTable {
  workspace_id: string;
  partner_id: string;
  kind: string;
  number: number;
  is_shown: boolean;
  from_at: ColumnType<number, Date | string, Date | string>;
  actor: ColumnType<unknown, string, string>;
}

export interface PartnershipPersonTable {
  workspace_id: string;
  id: string;
  partner_id: string;
  side: 'company' | 'partner';
  user_id: string | null;
  name: string;
  email: string | null;
  role: 'sponsor' | 'manager' | 'operations' | 'finance' | 'legal' | 'technical';
  is_main: boolean;
  from_at: ColumnType<number, Date | string, Date | string>;
  until_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  may_sign: ColumnType<boolean, boolean | undefined, boolean>;
}

export interface PartnershipWaiverTable {
  workspace_id: string;
  partner_id: string;
  stage_number: number;
  gate: string;
  state: 'open' | 'unknown' | 'no_move';
  reason: string | null;
}

export interface PaymentRulesTable {
  workspace_id: string;
  minimum_amount: bigint;
  cooling_hours: number;
  four_eyes: boolean;
  payment_day: number | null;
  wise_header: string | null;
  minimums: ColumnType<unknown, string | undefined, string>;
}

export interface PayoutTable {
  workspace_id: string;
  id: string;
  partner_id: string;
  currency: string;
  amount: bigint;
  state: 'in_payout' | 'paid' | 'rejected';
  started_seq: bigint;
  ended_seq: bigint | null;
  reference: string | null;
  created_at: ColumnType<number, Date | string, Date | string>;
  batch_id: string | null;
  bank_account_id: string | null;
  end_reason: string | null;
  settlement: string | null;
}

export interface PayoutBatchTable {
  workspace_id: string;
  id: string;
  state: 'waiting' | 'approved' | 'sent' | 'closed' | 'cancelled';
  execution_date: string;
  account_id: string | null;
  remittance: string;
  lines: number;
  amount: bigint;
  created_at: ColumnType<number, Date | string, Date | string>;
  created_by: string;
  approved_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  approved_by: string | null;
  sent_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  ended_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  reason: string | null;
  file: Buffer | null;
  file_version: string | null;
  file_sha256: string | null;
  rail: ColumnType<'sepa' | 'wise' | 'paypal' | 'stripe' | 'outside', 'sepa' | 'wise' | 'paypal' | 'stripe' | 'outside' | undefined, 'sepa' | 'wise' | 'paypal' | 'stripe' | 'outside'>;
  currency: ColumnType<string, string | undefined, string>;
  problem: string | null;
  paid_on: string | null;
  outside_reference: string | null;
}

export interface PayoutBatchFileTable {
  workspace_id: string;
  batch_id: string;
  part: number;
  file: Buffer;
  sha256: string;
  lines: number;
}

export interface PayoutConnectionTable {
  workspace_id: string;
  rail: string;
  secret: Buffer;
  hint: string;
  entered_at: ColumnType<number, Date | string, Date | string>;
  entered_by: string;
}

export interface PayoutTransferTable {
  workspace_id: string;
  payout_id: string;
  batch_id: string;
  state: 'to_send' | 'asking' | 'unknown' | 'sent' | 'refused';
  attempts: ColumnType<number, number | undefined, number>;
  unanswered_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  transfer_id: string | null;
  problem: string | null;
  changed_at: ColumnType<number, Date | string, Date | string>;
}

export interface PeriodClosingTable {
  workspace_id: string;
  month: string;
  from_at: ColumnType<number, Date | string, Date | string>;
  to_at: ColumnType<number, Date | string, Date | string>;
  after_seq: bigint;
  through_seq: bigint;
  transaction_hash: Buffer;
  state: 'closing' | 'closed';
  workspace_name: string;
  closed_at: ColumnType<number, Date | string, Date | string>;
  closed_by: ColumnType<unknown, string, string>;
  statements: number | null;
  tells_debts: ColumnType<boolean, boolean | undefined, boolean>;
}

export interface PlanTable {
  workspace_id: string;
  id: string;
  program_id: string;
  name: string;
  created_at: ColumnType<number, Date | string, Date | string>;
}

export interface PlanVersionTable {
  workspace_id: string;
  id: string;
  plan_id: string;
  number: number;
  document: ColumnType<unknown, string, string>;
  document_hash: Buffer;
  created_at: ColumnType<number, Date | string, Date | string>;
  published_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  effective_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  revision: ColumnType<number, number | undefined, number>;
}

export interface PostingTable {
  workspace_id: string;
  fact_seq: bigint;
  number: number;
  debit: 'pending' | 'payable' | 'in_payout' | 'paid' | 'commission_expense' | 'vat' | 'withholding' | 'rounding' | 'adjustment' | 'exchange' | 'vat_due' | 'planned_debt' | 'debt_waived';
  credit: 'pending' | 'payable' | 'in_payout' | 'paid' | 'commission_expense' | 'vat' | 'withholding' | 'rounding' | 'adjustment' | 'exchange' | 'vat_due' | 'planned_debt' | 'debt_waived';
  partner_id: string;
  currency: string;
  amount: bigint;
  effective_at: ColumnType<number, Date | string, Date | string>;
  commission_fact_seq: bigint | null;
  commission_number: number | null;
}

export interface ProgramTable {
  workspace_id: string;
  id: string;
  name: string;
  slug: string;
  destination_url: string;
  click_parameter: ColumnType<string, string | undefined, string>;
  cookie: ColumnType<'set' | 'never', 'set' | 'never' | undefined, 'set' | 'never'>;
  cookie_days: ColumnType<number, number | undefined, number>;
  gpc: ColumnType<'respect' | 'ignore', 'respect' | 'ignore' | undefined, 'respect' | 'ignore'>;
  repeat_minutes: ColumnType<number, number | undefined, number>;
  mask_customers: ColumnType<boolean, boolean | undefined, boolean>;
  created_at: ColumnType<number, Date | string, Date | string>;
  archived_at: ColumnType<number | null, Date | string | null, Date | string | null>;
}

export interface ProgramTermsTable {
  workspace_id: string;
  program_id: string;
  number: number;
  from_at: ColumnType<number, Date | string, Date | string>;
  recorded_at: ColumnType<number, Date | string, Date | string>;
  precedence: number;
  plan_id: string;
}

export interface QualificationTable {
  workspace_id: string;
  id: string;
  partner_id: string;
  questionnaire_id: string;
  version: number;
  state: 'open' | 'revealed' | 'withdrawn' | 'expired';
  opened_at: ColumnType<number, Date | string, Date | string>;
  expires_at: ColumnType<number, Date | string, Date | string>;
  reminded_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  company_seal: string | null;
  company_sealed_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  partner_seal: string | null;
  partner_sealed_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  revealed_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  withdrawn_reason: string | null;
  decision: 'accepted' | 'refused' | 'more_questions' | null;
  reason: string | null;
  decided_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  requalify_on: string | null;
  followed_by: string | null;
}

export interface QualificationAnswerTable {
  workspace_id: string;
  qualification_id: string;
  side: 'company' | 'partner';
  sealed: Buffer;
  changed_at: ColumnType<number, Date | string, Date | string>;
  revealed: ColumnType<boolean, boolean | undefined, boolean>;
}

export interface QuestionnaireTable {
  workspace_id: string;
  id: string;
  draft: ColumnType<unknown, string, string>;
  created_at: ColumnType<number, Date | string, Date | string>;
  archived_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  versions: ColumnType<number, number | undefined, number>;
}

export interface QuestionnaireVersionTable {
  workspace_id: string;
  questionnaire_id: string;
  version: number;
  document: ColumnType<unknown, string, string>;
  hash: string;
  published_at: ColumnType<number, Date | string, Date | string>;
}

export interface ReversalTable {
  workspace_id: string;
  fact_seq: bigint;
  number: number;
  commission_fact_seq: bigint;
  commission_number: number;
  partner_id: string;
  currency: string;
  amount: bigint;
  from_account: 'pending' | 'payable' | 'in_payout' | 'paid' | 'commission_expense' | 'vat' | 'withholding' | 'rounding' | 'adjustment' | 'exchange' | 'vat_due' | 'planned_debt' | 'debt_waived';
}

export interface RollupCursorTable {
  name: string;
  seq: bigint;
  settled_at: ColumnType<number | null, Date | string | null, Date | string | null>;
}

export interface SavedViewTable {
  workspace_id: string;
  id: string;
  user_id: string;
  screen: string;
  name: string;
  query: ColumnType<unknown, string, string>;
  created_at: ColumnType<number, Date | string, Date | string>;
}

export interface ScriptHitTable {
  host: string;
  last_at: ColumnType<number, Date | string, Date | string>;
}

export interface SealKeyTable {
  workspace_id: string;
  number: number;
  private_key: Buffer;
  certificate: Buffer;
  created_at: ColumnType<number, Date | string, Date | string>;
}

export interface SignOnTable {
  workspace_id: string;
  issuer: string;
  client_id: string;
  client_secret: Buffer;
  domains: string[];
  new_role: 'manager' | 'finance' | 'viewer' | null;
  active: boolean;
  required: boolean;
  changed_at: ColumnType<number, Date | string, Date | string>;
}

export interface SignOnPersonTable {
  workspace_id: string;
  issuer: string;
  subject: string;
  user_id: string;
  linked_at: ColumnType<number, Date | string, Date | string>;
}

export interface SignatureCertificateTable {
  workspace_id: string;
  envelope_id: string;
  language: string;
  bytes: Buffer;
}

export interface SignatureDocumentTable {
  workspace_id: string;
  envelope_id: string;
  number: number;
  version: number;
  name: string;
  sha256: string;
  length: number;
  bytes: Buffer;
}

export interface SignatureEnvelopeTable {
  workspace_id: string;
  id: string;
  purpose: string;
  subject: string | null;
  partner_id: string | null;
  state: 'draft' | 'sent' | 'completed' | 'refused' | 'expired' | 'cancelled';
  signing_order: 'sequence' | 'parallel';
  created_at: ColumnType<number, Date | string, Date | string>;
  sent_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  expires_at: ColumnType<number, Date | string, Date | string>;
  ended_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  remind_every_days: number | null;
  remind_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  reason: string | null;
  events: number;
  head: string;
  message: string | null;
}

export interface SignatureEventTable {
  workspace_id: string;
  envelope_id: string;
  number: number;
  at: ColumnType<number, Date | string, Date | string>;
  kind: string;
  by_whom: string;
  data: ColumnType<unknown, string, string>;
  hash: string;
}

export interface SignatureLinkTable {
  workspace_id: string;
  token_hash: Buffer;
  signer_id: string;
  until: ColumnType<number, Date | string, Date | string>;
}

export interface SignatureSignerTable {
  workspace_id: string;
  id: string;
  envelope_id: string;
  turn: number;
  place: number;
  name: string;
  email: string;
  side: 'company' | 'partner';
  language: string;
  state: string;
  delegated_from: string | null;
  consent_until: ColumnType<number | null, Date | string | null, Date | string | null>;
  code_hash: Buffer | null;
  code_until: ColumnType<number | null, Date | string | null, Date | string | null>;
  code_tries: number;
  codes_sent: number;
  signed_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  reason: string | null;
}

export interface SimulationTable {
  workspace_id: string;
  id: string;
  plan_id: string;
  document: ColumnType<unknown, string, string>;
  from_at: ColumnType<number, Date | string, Date | string>;
  to_at: ColumnType<number, Date | string, Date | string>;
  state: 'waiting' | 'running' | 'done' | 'failed';
  facts: ColumnType<bigint, bigint | undefined, bigint>;
  total: ColumnType<bigint, bigint | undefined, bigint>;
  result: ColumnType<unknown, string | null, string | null>;
  actor: ColumnType<unknown, string, string>;
  created_at: ColumnType<number, Date | string, Date | string>;
  finished_at: ColumnType<number | null, Date | string | null, Date | string | null>;
}

export interface SnapshotHeadTable {
  workspace_id: string;
  through_seq: bigint;
}

export interface StatementTable {
  workspace_id: string;
  id: string;
  month: string;
  partner_id: string;
  currency: string;
  number: number | null;
  partner_name: string;
  opening_pending: bigint;
  opening_payable: bigint;
  opening_in_payout: bigint;
  opening_paid: bigint;
  closing_pending: bigint;
  closing_payable: bigint;
  closing_in_payout: bigint;
  closing_paid: bigint;
  movements: number;
  late: number;
}

export interface StatementDocumentTable {
  workspace_id: string;
  statement_id: string;
  language: 'fr' | 'en';
  bytes: Buffer;
  sha256: string;
  issued_at: ColumnType<number, Date | string, Date | string>;
  sealed_by: string | null;
}

export interface TaxDecisionTable {
  workspace_id: string;
  id: string;
  partner_id: string;
  details_id: string | null;
  table_id: string;
  on_day: string;
  decided_at: ColumnType<number, Date | string, Date | string>;
  decided_by: string;
  inputs: ColumnType<unknown, string, string>;
  decision: ColumnType<unknown, string, string>;
}

export interface TaxDetailsTable {
  workspace_id: string;
  id: string;
  partner_id: string;
  valid_from: string;
  kind: 'business' | 'association' | 'private_person' | 'employee_of_third_party' | null;
  country: string | null;
  legal_name: string | null;
  legal_form: string | null;
  address: ColumnType<unknown, string | null, string | null>;
  siren: string | null;
  siret: string | null;
  vat_status: 'liable' | 'exempt' | 'not_taxable' | null;
  vat_number: string | null;
  sealed: Buffer | null;
  has_birth_date: boolean;
  has_local_tax_id: boolean;
  entered_at: ColumnType<number, Date | string, Date | string>;
  entered_by: string;
  by_partner: boolean;
}

export interface TaxDetailsAnswerTable {
  workspace_id: string;
  details_id: string;
  answer: 'accepted' | 'refused' | 'replaced';
  answered_at: ColumnType<number, Date | string, Date | string>;
  answered_by: string;
  reason: string | null;
}

export interface TaxPolicyTable {
  workspace_id: string;
  unchecked_vat: 'block' | 'warn' | 'allow';
  checks_vat: boolean;
  payouts_hold: 'nobody' | 'reviews' | 'all';
  fresh_days: number | null;
}

export interface TaxProofTable {
  workspace_id: string;
  id: string;
  partner_id: string;
  kind: 'vat_number' | 'business';
  vat_number: string | null;
  reference: string;
  note: string | null;
  entered_at: ColumnType<number, Date | string, Date | string>;
  entered_by: string;
}

export interface TaxReviewTable {
  workspace_id: string;
  id: string;
  partner_id: string;
  details_id: string;
  rule: string;
  treat_as: string;
  reason: string;
  reviewed_at: ColumnType<number, Date | string, Date | string>;
  reviewed_by: string;
}

export interface TaxTableTable {
  workspace_id: string;
  id: string;
  version: number;
  state: 'draft' | 'published';
  name: string;
  document: ColumnType<unknown, string, string>;
  changed_at: ColumnType<number, Date | string, Date | string>;
  changed_by: string;
  valid_from: string | null;
  published_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  published_by: string | null;
}

export interface UploadedFileTable {
  workspace_id: string;
  id: string;
  name: string;
  kind: 'pdf' | 'png' | 'jpeg' | 'webp' | 'text' | 'csv';
  size: number;
  sha256: string;
  uploaded_at: ColumnType<number, Date | string, Date | string>;
  partner_id: string | null;
  uploaded_by: string;
  expires_at: ColumnType<number | null, Date | string | null, Date | string | null>;
}

export interface UploadedFilePartTable {
  workspace_id: string;
  file_id: string;
  number: number;
  bytes: Buffer;
}

export interface UploadedFileUseTable {
  workspace_id: string;
  subject: string;
  place: number;
  number: number;
  file_id: string;
  used_at: ColumnType<number, Date | string, Date | string>;
}

export interface VatCheckTable {
  workspace_id: string;
  id: string;
  partner_id: string;
  vat_number: string;
  state: 'valid' | 'invalid' | 'unavailable';
  cause: string | null;
  checked_at: ColumnType<number, Date | string, Date | string>;
  consultation_number: string | null;
  name: string | null;
  raw: ColumnType<unknown, string, string>;
}

export interface VerificationTable {
  workspace_id: string;
  id: string;
  state: 'waiting' | 'running' | 'done' | 'failed';
  facts: ColumnType<bigint, bigint | undefined, bigint>;
  total: ColumnType<bigint, bigint | undefined, bigint>;
  result: ColumnType<unknown, string | null, string | null>;
  actor: ColumnType<unknown, string, string>;
  created_at: ColumnType<number, Date | string, Date | string>;
  finished_at: ColumnType<number | null, Date | string | null, Date | string | null>;
}

export interface WebhookTable {
  workspace_id: string;
  id: string;
  url: string;
  description: string;
  types: string[];
  secret: Buffer;
  former_secret: Buffer | null;
  former_until: ColumnType<number | null, Date | string | null, Date | string | null>;
  state: 'active' | 'paused' | 'disabled';
  disabled_for: 'failures' | 'gone' | null;
  failing_since: ColumnType<number | null, Date | string | null, Date | string | null>;
  last_delivered_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  from_seq: bigint;
  created_at: ColumnType<number, Date | string, Date | string>;
  ended_at: ColumnType<number | null, Date | string | null, Date | string | null>;
}

export interface WebhookDeliveryTable {
  workspace_id: string;
  webhook_id: string;
  sequence: bigint;
  event_id: string;
  type: string;
  state: 'waiting' | 'delivered' | 'failed';
  created_at: ColumnType<number, Date | string, Date | string>;
  next_at: ColumnType<number, Date | string, Date | string>;
  attempts: ColumnType<number, number | undefined, number>;
  claimed_until: ColumnType<number | null, Date | string | null, Date | string | null>;
  ended_at: ColumnType<number | null, Date | string | null, Date | string | null>;
  tries: ColumnType<unknown, string | undefined, string>;
}

export interface WebhookEventTable {
  workspace_id: string;
  sequence: bigint;
  id: string;
  type: string;
  at: ColumnType<number, Date | string, Date | string>;
  body: string;
  created_at: ColumnType<number, Date | string, Date | string>;
}

export interface WebhookHeadTable {
  workspace_id: string;
  sequence: bigint;
  counted_seq: bigint;
}

export interface WorkspaceTable {
  id: string;
  name: string;
  slug: string;
  country: string;
  currency: string;
  zone: string;
  language: 'fr' | 'en';
  customer_key: Buffer;
  tracking_hosts: ColumnType<string[], string[] | undefined, string[]>;
  created_at: ColumnType<number, Date | string, Date | string>;
  accent_colour: string | null;
  sender_name: string | null;
  reply_to: string | null;
  click_retention_days: number | null;
  embed_origins: ColumnType<string[], string[] | undefined, string[]>;
}

export interface WorkspaceLogoTable {
  workspace_id: string;
  type: string;
  bytes: Buffer;
  hash: string;
  width: number;
  height: number;
  changed_at: ColumnType<number, Date | string, Date | string>;
}

/** All tables by name. */
export interface Tables {
  accounting_auxiliary: AccountingAuxiliaryTable;
  accounting_chart: AccountingChartTable;
  accounting_declaration: AccountingDeclarationTable;
  address_salt: AddressSaltTable;
  api_key: ApiKeyTable;
  application: ApplicationTable;
  application_count: ApplicationCountTable;
  application_form: ApplicationFormTable;
  audit: AuditTable;
  auth_account: AuthAccountTable;
  auth_passkey: AuthPasskeyTable;
  auth_session: AuthSessionTable;
  auth_two_factor: AuthTwoFactorTable;
  auth_user: AuthUserTable;
  auth_verification: AuthVerificationTable;
  balance_snapshot: BalanceSnapshotTable;
  bank_account: BankAccountTable;
  bank_report: BankReportTable;
  billing_mandate: BillingMandateTable;
  book_export: BookExportTable;
  book_export_part: BookExportPartTable;
  certificate: CertificateTable;
  charter: CharterTable;
  charter_approval: CharterApprovalTable;
  charter_clause: CharterClauseTable;
  charter_entry: CharterEntryTable;
  charter_paper: CharterPaperTable;
  charter_proposal: CharterProposalTable;
  charter_requirement: CharterRequirementTable;
  charter_sending: CharterSendingTable;
  charter_signature: CharterSignatureTable;
  charter_version: CharterVersionTable;
  claim: ClaimTable;
  claim_entry: ClaimEntryTable;
  claim_setting: ClaimSettingTable;
  claim_terms: ClaimTermsTable;
  click: ClickTable;
  click_daily: ClickDailyTable;
  click_daily_link: ClickDailyLinkTable;
  click_daily_total: ClickDailyTotalTable;
  click_use: ClickUseTable;
  click_use_head: ClickUseHeadTable;
  code_owner: CodeOwnerTable;
  cohort_customer: CohortCustomerTable;
  cohort_monthly: CohortMonthlyTable;
  commission: CommissionTable;
  commission_change: CommissionChangeTable;
  company_record: CompanyRecordTable;
  connection: ConnectionTable;
  contribution: ContributionTable;
  contribution_party: ContributionPartyTable;
  conversion_daily: ConversionDailyTable;
  conversion_head: ConversionHeadTable;
  cordee_migration: CordeeMigrationTable;
  count_head: CountHeadTable;
  counter: CounterTable;
  coupon: CouponTable;
  currency_exchange: CurrencyExchangeTable;
  customer: CustomerTable;
  debt_movement: DebtMovementTable;
  debt_plan: DebtPlanTable;
  debt_waiver: DebtWaiverTable;
  decision: DecisionTable;
  dispute: DisputeTable;
  dispute_brief: DisputeBriefTable;
  dispute_decision: DisputeDecisionTable;
  dispute_entry: DisputeEntryTable;
  dispute_ladder: DisputeLadderTable;
  enrollment: EnrollmentTable;
  enrollment_plan: EnrollmentPlanTable;
  enrollment_state: EnrollmentStateTable;
  evidence: EvidenceTable;
  exchange_rate: ExchangeRateTable;
  exchange_rate_file: ExchangeRateFileTable;
  exchange_rules: ExchangeRulesTable;
  exit_rehearsal: ExitRehearsalTable;
  export: ExportTable;
  fact: FactTable;
  fact_head: FactHeadTable;
  file_storage: FileStorageTable;
  final_account: FinalAccountTable;
  guard_set: GuardSetTable;
  holiday_choice: HolidayChoiceTable;
  hook_event: HookEventTable;
  hook_reference: HookReferenceTable;
  idempotency: IdempotencyTable;
  import: ImportTable;
  import_mapping: ImportMappingTable;
  import_reject: ImportRejectTable;
  invoice: InvoiceTable;
  invoice_credit: InvoiceCreditTable;
  invoice_file: InvoiceFileTable;
  invoice_handover: InvoiceHandoverTable;
  invoice_part: InvoicePartTable;
  invoice_series: InvoiceSeriesTable;
  invoice_step: InvoiceStepTable;
  invoicing: InvoicingTable;
  joint_fact: JointFactTable;
  leaving: LeavingTable;
  leaving_entry: LeavingEntryTable;
  leaving_step: LeavingStepTable;
  ledger_transaction: LedgerTransactionTable;
  link: LinkTable;
  mail: MailTable;
  mail_preference: MailPreferenceTable;
  membership: MembershipTable;
  obligation: ObligationTable;
  obligation_entry: ObligationEntryTable;
  obligation_feed: ObligationFeedTable;
  obligation_terms: ObligationTermsTable;
  one_time_link: OneTimeLinkTable;
  outbox: OutboxTable;
  partner: PartnerTable;
  partner_access: PartnerAccessTable;
  partner_archive: PartnerArchiveTable;
  partner_fact: PartnerFactTable;
  partner_figures: PartnerFiguresTable;
  partner_history: PartnerHistoryTable;
  partner_note: PartnerNoteTable;
  partner_own_note: PartnerOwnNoteTable;
  partner_stage: PartnerStageTable;
  partner_tag: PartnerTagTable;
  partner_visibility: PartnerVisibilityTable;
  partnership_person: PartnershipPersonTable;
  partnership_waiver: PartnershipWaiverTable;
  payment_rules: PaymentRulesTable;
  payout: PayoutTable;
  payout_batch: PayoutBatchTable;
  payout_batch_file: PayoutBatchFileTable;
  payout_connection: PayoutConnectionTable;
  payout_transfer: PayoutTransferTable;
  period_closing: PeriodClosingTable;
  plan: PlanTable;
  plan_version: PlanVersionTable;
  posting: PostingTable;
  program: ProgramTable;
  program_terms: ProgramTermsTable;
  qualification: QualificationTable;
  qualification_answer: QualificationAnswerTable;
  questionnaire: QuestionnaireTable;
  questionnaire_version: QuestionnaireVersionTable;
  reversal: ReversalTable;
  rollup_cursor: RollupCursorTable;
  saved_view: SavedViewTable;
  script_hit: ScriptHitTable;
  seal_key: SealKeyTable;
  sign_on: SignOnTable;
  sign_on_person: SignOnPersonTable;
  signature_certificate: SignatureCertificateTable;
  signature_document: SignatureDocumentTable;
  signature_envelope: SignatureEnvelopeTable;
  signature_event: SignatureEventTable;
  signature_link: SignatureLinkTable;
  signature_signer: SignatureSignerTable;
  simulation: SimulationTable;
  snapshot_head: SnapshotHeadTable;
  statement: StatementTable;
  statement_document: StatementDocumentTable;
  tax_decision: TaxDecisionTable;
  tax_details: TaxDetailsTable;
  tax_details_answer: TaxDetailsAnswerTable;
  tax_policy: TaxPolicyTable;
  tax_proof: TaxProofTable;
  tax_review: TaxReviewTable;
  tax_table: TaxTableTable;
  uploaded_file: UploadedFileTable;
  uploaded_file_part: UploadedFilePartTable;
  uploaded_file_use: UploadedFileUseTable;
  vat_check: VatCheckTable;
  verification: VerificationTable;
  webhook: WebhookTable;
  webhook_delivery: WebhookDeliveryTable;
  webhook_event: WebhookEventTable;
  webhook_head: WebhookHeadTable;
  workspace: WorkspaceTable;
  workspace_logo: WorkspaceLogoTable;
}
