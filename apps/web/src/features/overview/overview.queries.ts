import { queryOf } from '../../lib/api/queries.ts';

export const ownBalanceQuery = (partnerId: string) => queryOf('getBalance', { params: { id: partnerId } });
