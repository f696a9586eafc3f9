/** What an id names, by its prefix: workspace, user, API key, partner, program, plan, plan version, enrollment, and so on. */
export const PREFIXES = {
  workspace: 'wsp',
  user: 'usr',
  key: 'key',
  partner: 'prt',
  program: 'prg',
  plan: 'pln',
  planVersion: 'plv',
  enrollment: 'enr',
  link: 'lnk',
  coupon: 'cpn',
  click: 'clk',
  touchpoint: 'tch',
  customer: 'cus',
  fact: 'fct',
  commission: 'com',
  transaction: 'txn',
  import: 'imp',
  connection: 'con',
  payout: 'pay',
  review: 'rvw',
  event: 'evt',
  webhook: 'whk',
  mail: 'mal',
} as const;

export type Prefix = (typeof PREFIXES)[keyof typeof PREFIXES];
