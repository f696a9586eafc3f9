import { pagesOf, queryOf, type ItemOf } from '../../lib/api/queries.ts';

export type Webhook = ItemOf<'listWebhooks'>;
export type Delivery = ItemOf<'listDeliveries'>;
export type DeliveryState = Delivery['state'];

export const webhooksQuery = pagesOf('listWebhooks', { query: { limit: 100 } });
export const webhookQuery = (id: string) => queryOf('getWebhook', { params: { id } });
export const deliveriesQuery = (id: string, state?: DeliveryState) =>
  pagesOf('listDeliveries', { params: { id }, query: { limit: 100, ...(state === undefined ? {} : { state }) } });
export const deliveryQuery = (id: string, eventId: string) => queryOf('getDelivery', { params: { id, eventId } });
