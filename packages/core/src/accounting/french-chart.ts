import type { Chart } from './chart.ts';

/** Where a number comes from. `memory`: general knowledge of the French chart, to be confirmed by the company's accountant. */
export interface ChartSource {
  readonly kind: string;
  readonly source: 'memory';
  readonly note: string;
}

/** A chart after the French general chart of accounts (PCG), to begin with: every number is data, and the company's to change. */
export const frenchChart: Chart = {
  accounts: {
    commission_expense: { number: '622200', name: 'Commissions et courtages sur ventes', perPartner: false },
    pending: { number: '408100', name: 'Fournisseurs - Factures non parvenues', perPartner: true },
    payable: { number: '401100', name: 'Fournisseurs - Partenaires', perPartner: true },
    in_payout: { number: '467100', name: 'Versements aux partenaires en cours', perPartner: true },
    paid: { number: '512000', name: 'Banque', perPartner: false },
    vat: { number: '445660', name: 'TVA sur autres biens et services', perPartner: false },
    vat_due: { number: '445200', name: 'TVA due intracommunautaire', perPartner: false },
    withholding: { number: '447000', name: 'Autres impôts, taxes et versements assimilés', perPartner: false },
    rounding: { number: '658000', name: 'Charges diverses de gestion courante', perPartner: false },
    adjustment: { number: '467200', name: 'Autres comptes débiteurs ou créditeurs', perPartner: true },
    exchange: { number: '467300', name: 'Change des soldes de partenaires', perPartner: true },
    planned_debt: { number: '409700', name: 'Fournisseurs débiteurs - Dettes échelonnées des partenaires', perPartner: true },
    debt_waived: { number: '654000', name: 'Pertes sur créances irrécouvrables', perPartner: false },
    exchange_gain: { number: '756000', name: 'Gains de change sur créances et dettes commerciales', perPartner: false },
    exchange_loss: { number: '656000', name: 'Pertes de change sur créances et dettes commerciales', perPartner: false },
  },
  journals: {
    commissions: { code: 'CO', name: 'Commissions des partenaires' },
    invoices: { code: 'AC', name: 'Achats' },
    payments: { code: 'BQ', name: 'Banque' },
    exchange: { code: 'OD', name: 'Opérations diverses' },
  },
  programs: {},
};

const memory = (kind: string, note: string): ChartSource => ({ kind, source: 'memory', note });

/** Why each number of the French chart stands where it does. */
export const frenchChartSources: readonly ChartSource[] = [
  memory('commission_expense', 'PCG 6222 : commissions et courtages sur ventes.'),
  memory('pending', 'PCG 408 : dettes provisionnées, la facture n’est pas parvenue.'),
  memory('payable', 'PCG 401 : la commission est exigible, que la facture soit reçue ou autofacturée.'),
  memory('in_payout', 'PCG 467 : de l’ordre de virement à sa confirmation ; 511 ou 58 selon les habitudes.'),
  memory('paid', 'PCG 512.'),
  memory('vat', 'PCG 44566.'),
  memory('vat_due', 'PCG 4452.'),
  memory('withholding', 'PCG 447 ; 4421 quand l’impôt est prélevé à la source.'),
  memory('rounding', 'PCG 658.'),
  memory('adjustment', 'PCG 467.'),
  memory('exchange', 'PCG 467 : compte de passage entre deux devises, soldé dans l’ensemble.'),
  memory('planned_debt', 'PCG 4097 : fournisseurs débiteurs, ce qu’un partenaire doit rendre par échéances.'),
  memory('debt_waived', 'PCG 654 ; 6588 quand la remise est un geste commercial.'),
  memory('exchange_gain', 'PCG 756 depuis 2018 ; 766 pour ce qui est financier.'),
  memory('exchange_loss', 'PCG 656 depuis 2018 ; 666 pour ce qui est financier.'),
];
