import { Money } from '../../ui/values.tsx';
import type { ListedPartner } from './partner.queries.ts';

/** All a partner has earned, net of what was taken back, paid or not. */
export function Earned({ balances }: Pick<ListedPartner, 'balances'>) {
  return balances.map(({ currency, pending, payable, inPayout, paid }) => (
    <div key={currency}>
      <Money amount={BigInt(pending) + BigInt(payable) + BigInt(inPayout) + BigInt(paid)} currency={currency} />
    </div>
  ));
}
