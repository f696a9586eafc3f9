import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ConnectionKind, ImportKind } from './ingestion.queries.ts';

/** Names of systems are the same in both languages. */
export const systemNames: Readonly<Record<Exclude<ConnectionKind, 'generic'>, string>> = {
  stripe: 'Stripe',
  shopify: 'Shopify',
  woocommerce: 'WooCommerce',
};

export const secretHints: Readonly<Record<ConnectionKind, MessageDescriptor>> = {
  stripe: msg`In Stripe: Developers, Webhooks, your endpoint, “Signing secret”: it begins with whsec_.`,
  shopify: msg`In Shopify: Settings, Notifications, Webhooks: the key it says webhooks are signed with.`,
  woocommerce: msg`In WooCommerce: Settings, Advanced, Webhooks, your webhook, “Secret”.`,
  generic: msg`The secret both systems sign with, as Standard Webhooks describes it.`,
};

export const importWords: Readonly<Record<ImportKind, MessageDescriptor>> = {
  sales: msg`Sales`,
  leads: msg`Leads`,
  refunds: msg`Refunds`,
  clicks: msg`Clicks`,
  partners: msg`Partners`,
  reviews: msg`Decisions about commissions`,
  dub_commissions: msg`Dub: commissions`,
  tapfiliate_conversions: msg`Tapfiliate: conversions`,
  rewardful_affiliates: msg`Rewardful: affiliates`,
};

export const importKinds = Object.keys(importWords) as ImportKind[];
