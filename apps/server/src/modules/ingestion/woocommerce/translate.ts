import { noFact, type Translator } from '../translation/translation.ts';
import { translateDeletion, translateOrder } from './order.ts';

/** WooCommerce's webhooks by topic (https://woocommerce.com/document/webhooks); each order comes whole, so nothing is remembered. */
export const woocommerceTranslator: Translator = {
  references: () => [],
  translate(event, world) {
    switch (event.type) {
      case 'order.created':
      case 'order.updated':
      case 'order.restored':
        return translateOrder(event, world);
      case 'order.deleted':
        return translateDeletion(event, world);
      default:
        return noFact('unknown_type');
    }
  },
};
