import type { InputOf } from '../../lib/api/call.ts';
import { pagesOf, type ItemOf } from '../../lib/api/queries.ts';

export type Mail = ItemOf<'listMails'>;
type Query = NonNullable<InputOf<'listMails'>['query']>;
export type MailState = NonNullable<Query['state']>;

export const mailsQuery = (state?: MailState) =>
  pagesOf('listMails', { query: { limit: 100, ...(state === undefined ? {} : { state }) } });
