import { encodeId } from '@cordee/core/ids';
import { filledPartner } from './fill-books.ts';

/** The heaviest ways to open a list of partners, over books that were filled in. */
export function partnerScreens(programId: string): Readonly<Record<string, string>> {
  const program = encodeId('prg', programId);
  return {
    'by name': 'partners?limit=50',
    'by name, far down': 'partners?limit=50&search=ke',
    'a word within': 'partners?limit=50&search=janssens',
    newest: 'partners?limit=50&sort=newest',
    'most earned': 'partners?limit=50&sort=earned',
    'latest activity, of a country': 'partners?limit=50&sort=lastActivity&country=CH&kind=reseller',
    'of a program': `partners?limit=50&programId=${program}&state=active&sort=earned`,
    'waiting to be let in': `partners?limit=50&programId=${program}&state=pending`,
    'with a tag': 'partners?limit=50&tag=rare&sort=lastActivity',
    'at a stage': 'partners?limit=50&stage=prospect',
    timeline: `partners/${encodeId('prt', filledPartner(0))}/timeline?limit=50`,
  };
}

/** The same for lists of facts and of the ledger. */
export function factScreens(programId: string): Readonly<Record<string, string>> {
  const program = encodeId('prg', programId);
  const partner = encodeId('prt', filledPartner(0));
  return {
    newest: 'facts?limit=50',
    'of the partner with the most': `facts?limit=50&partnerId=${partner}`,
    'of a partner with few': `facts?limit=50&partnerId=${encodeId('prt', filledPartner(1500))}`,
    'of a partner, of a rare kind': `facts?limit=50&partnerId=${partner}&kind=dispute_opened`,
    'in an old month': `facts?limit=50&from=${ago(300)}&to=${ago(270)}`,
    'of a rare kind': 'facts?limit=50&kind=dispute_opened',
    'of a kind that is not there': 'facts?limit=50&kind=payout_rejected',
    'paid nothing': 'facts?limit=50&unpaid=true',
    'paid nothing, in an old month': `facts?limit=50&unpaid=true&from=${ago(300)}&to=${ago(270)}`,
    'of a program': `facts?limit=50&programId=${program}`,
    'of an event': 'facts?limit=50&eventId=event-777',
    transactions: 'ledger/transactions?limit=50',
    'transactions of a partner': `ledger/transactions?limit=50&partnerId=${partner}`,
    'transactions of an old month': `ledger/transactions?limit=50&from=${ago(300)}&to=${ago(270)}`,
    'trial balance': 'ledger/trial-balance',
  };
}

/** Figures that add up many rows: the first screen, and charts. */
export function figureScreens(): Readonly<Record<string, string>> {
  const partner = encodeId('prt', filledPartner(0));
  const day = (days: number) => ago(days).slice(0, 10);
  return {
    home: 'home?days=30',
    'a year by day': `analytics/series?metric=amount&from=${day(364)}&to=${day(0)}`,
    'a month, the greatest partners': `analytics/series?metric=net&split=partner&from=${day(30)}&to=${day(0)}`,
    'a year of the greatest partner': `analytics/series?metric=sales&by=week&partnerId=${partner}&from=${day(364)}&to=${day(0)}`,
    'funnel of a year': `analytics/funnel?from=${day(364)}&to=${day(0)}`,
  };
}

function ago(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString();
}
