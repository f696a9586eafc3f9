import { connectionRoutes, type ConnectionKind } from '@cordee/contract/connection';
import type { ApiClient } from '../api-client.ts';
import type { Hooks } from '../stage.ts';

/** The payment system and two shops, each with the secret it signs with. */
export async function connectSystems(office: ApiClient): Promise<Hooks> {
  async function connect(kind: ConnectionKind, name: string, secret: string) {
    const { hookPath } = await office.call(connectionRoutes.createConnection, { body: { kind, name, secret } });
    return { path: hookPath, secret };
  }
  return {
    stripe: await connect('stripe', 'Stripe, abonnements', 'whsec_demoDemoDemoDemoDemoDemo'),
    shopify: await connect('shopify', 'Boutique Shopify', 'shpss_0d3c1f5a7b9e2468'),
    woocommerce: await connect('woocommerce', 'Boutique WooCommerce', 'ck-demo-6d1b4c'),
  };
}
