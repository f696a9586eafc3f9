import type { ImportKind } from '@cordee/contract/import';

/** One of our fields, as columns of files may be called. */
export interface FileField {
  readonly name: string;
  readonly required?: boolean;
  readonly example: string;
  /** Other names, in either language, as `columnKey` writes them. */
  readonly also: readonly string[];
  /** How its values are read, for guessing the style of a file. */
  readonly holds?: 'amount' | 'date';
}

const eventId: FileField = {
  name: 'eventId',
  required: true,
  example: 'order-1042',
  also: [
    'id',
    'externalid',
    'orderid',
    'order',
    'orderno',
    'ordernumber',
    'commande',
    'numerodecommande',
    'nodecommande',
    'nocommande',
    'nodecommande',
    'numerocommande',
    'reference',
    'facture',
    'invoiceid',
  ],
};
const occurredAt: FileField = {
  name: 'occurredAt',
  example: '2026-11-23T18:00:00Z',
  holds: 'date',
  also: ['date', 'createdat', 'created', 'orderdate', 'datedecommande', 'datecommande', 'ledate', 'jour', 'horodatage'],
};
const customerId: FileField = {
  name: 'customerId',
  required: true,
  example: 'user-42',
  also: ['customer', 'customerexternalid', 'client', 'clientid', 'idclient', 'numeroclient', 'noclient', 'user', 'userid'],
};
const person: readonly FileField[] = [
  { name: 'email', example: 'ada@example.org', also: ['mail', 'customeremail', 'courriel', 'adresseemail', 'emailclient'] },
  { name: 'name', example: 'Ada Lovelace', also: ['customername', 'nom', 'nomclient'] },
  { name: 'country', example: 'FR', also: ['customercountry', 'pays', 'countrycode'] },
];
const trace: readonly FileField[] = [
  { name: 'coupon', example: 'LUMIERE10', also: ['couponcode', 'promo', 'codepromo', 'discountcode', 'promotion'] },
  {
    name: 'code',
    example: 'atelier-lumiere',
    also: ['partnercode', 'referralcode', 'affiliatecode', 'codepartenaire', 'parrain', 'ref', 'via'],
  },
  { name: 'clickId', example: 'clk_01h455vb4pex5vsknk084sn02q', also: ['click'] },
  { name: 'visitorId', example: '01890a5d-ac96-774b-bcce-b302099a8057', also: ['visitor', 'visiteur'] },
  { name: 'subId', example: 'newsletter-june', also: ['sub', 'sousid'] },
];
/** A partner told by what we know of it rather than by a code. */
const partner: readonly FileField[] = [
  { name: 'partnerEmail', example: 'contact@atelier.example', also: ['affiliateemail', 'emailpartenaire', 'emailaffilie'] },
  { name: 'partnerExternalId', example: 'partner-7', also: ['partnerid', 'affiliateid', 'idpartenaire', 'idaffilie'] },
];
const currency: FileField = { name: 'currency', example: 'EUR', also: ['devise', 'monnaie', 'currencycode'] };
const amount: FileField = {
  name: 'amount',
  required: true,
  example: '49.90',
  holds: 'amount',
  also: [
    'net',
    'netamount',
    'amountnet',
    'total',
    'montant',
    'montantht',
    'prix',
    'totalht',
    'ht',
    'revenue',
    'chiffredaffaires',
  ],
};

const sales: readonly FileField[] = [
  eventId,
  occurredAt,
  customerId,
  ...person,
  currency,
  amount,
  { name: 'productId', example: 'pro-plan', also: ['product', 'produit', 'idproduit', 'sku'] },
  { name: 'category', example: 'books', also: ['categorie', 'productcategory', 'famille'] },
  { name: 'quantity', example: '1', also: ['qty', 'quantite', 'qte'] },
  ...trace,
  ...partner,
  { name: 'billing', example: 'subscription', also: ['billingkind', 'typedefacturation', 'facturation'] },
  { name: 'period', example: 'month', also: ['billingperiod', 'periode', 'periodicite'] },
  { name: 'sequence', example: '1', also: ['billingsequence', 'paymentnumber', 'echeance', 'numeroecheance'] },
];

const as = (field: FileField, changes: Partial<FileField>): FileField => ({ ...field, ...changes });

/** The fields of each kind of file. Those of other systems are called as their own exports and templates call them. */
export const fileKinds: Readonly<Record<ImportKind, readonly FileField[]>> = {
  sales,
  leads: [
    eventId,
    occurredAt,
    customerId,
    ...person,
    { name: 'leadName', example: 'demo', also: ['lead', 'leadtype', 'typedeprospect', 'event', 'evenement'] },
    ...trace,
    ...partner,
  ],
  refunds: [
    eventId,
    {
      name: 'saleEventId',
      required: true,
      example: 'order-1042',
      also: ['sale', 'saleid', 'originalorder', 'vente', 'commandedorigine'],
    },
    occurredAt,
    currency,
    as(amount, { required: false }),
    { name: 'lineId', example: '1', also: ['line', 'ligne'] },
    { name: 'reason', example: 'refund', also: ['type', 'motif', 'raison'] },
  ],
  clicks: [
    as(eventId, { required: false }),
    as(occurredAt, { required: true }),
    {
      name: 'code',
      required: true,
      example: 'atelier-lumiere',
      also: ['link', 'lien', 'partnercode', 'ref', 'via', 'codepartenaire', 'referralcode', 'slug'],
    },
    { name: 'visitorId', example: '01890a5d-ac96-774b-bcce-b302099a8057', also: ['visitor', 'visiteur'] },
    { name: 'subId', example: 'newsletter-june', also: ['sub', 'sousid'] },
    { name: 'referrerHost', example: 'blog.example', also: ['referrer', 'referer', 'provenance', 'siteorigine'] },
  ],
  partners: [
    {
      name: 'name',
      required: true,
      example: 'Atelier Lumière',
      also: ['nom', 'company', 'companyname', 'societe', 'raisonsociale', 'partner', 'partenaire', 'partnername'],
    },
    { name: 'email', example: 'contact@atelier.example', also: ['mail', 'courriel', 'partneremail'] },
    { name: 'kind', example: 'affiliate', also: ['type', 'partnertype', 'typedepartenaire'] },
    { name: 'country', example: 'FR', also: ['pays', 'countrycode'] },
    { name: 'language', example: 'fr', also: ['langue', 'locale'] },
    { name: 'externalId', example: 'partner-7', also: ['id', 'partnerid', 'idpartenaire', 'reference', 'partnerkey'] },
    { name: 'code', example: 'atelier-lumiere', also: ['link', 'lien', 'slug', 'token', 'ref', 'via', 'referralcode'] },
    { name: 'coupon', example: 'LUMIERE10', also: ['couponcode', 'codepromo'] },
    {
      name: 'joinedAt',
      example: '2025-01-31',
      holds: 'date',
      also: ['joined', 'joineddate', 'partnerjoineddate', 'createdat', 'datedadhesion', 'dateadhesion', 'inscritle', 'date'],
    },
  ],
  reviews: [
    {
      name: 'commissionId',
      required: true,
      example: 'com_01j0000000e0080000000000ff',
      also: ['commission', 'id', 'idcommission', 'commissionno'],
    },
    { name: 'action', required: true, example: 'approve', also: ['decision', 'review', 'validation'] },
    { name: 'reason', example: 'own purchase', also: ['motif', 'raison', 'comment', 'commentaire'] },
  ],
  dub_commissions: [
    { name: 'eventId', required: true, example: 'cm_1JXY…', also: ['id'] },
    { name: 'type', required: true, example: 'sale', also: ['type'] },
    as(amount, { also: ['amount'] }),
    { name: 'currency', example: 'usd', also: ['currency'] },
    { name: 'status', example: 'paid', also: ['status'] },
    { name: 'invoiceId', example: 'in_1JXY…', also: ['invoiceid'] },
    { name: 'quantity', example: '1', also: ['quantity'] },
    as(occurredAt, { required: true, also: ['createdat'] }),
    { name: 'partnerExternalId', example: 'partner-7', also: ['partnertenantid'] },
    { name: 'partnerEmail', required: true, example: 'contact@atelier.example', also: ['partneremail'] },
    { name: 'customerId', example: 'user-42', also: ['customerexternalid'] },
    { name: 'customerKey', required: true, example: 'cus_1JXY…', also: ['customerid'] },
    { name: 'email', example: 'ada@example.org', also: ['customeremail'] },
    { name: 'name', example: 'Ada Lovelace', also: ['customername'] },
  ],
  tapfiliate_conversions: [
    { name: 'eventId', required: true, example: 'order-1042', also: ['externalid'] },
    as(amount, { also: ['amount'] }),
    as(occurredAt, { required: true, also: ['createdat'] }),
    { name: 'partnerEmail', required: true, example: 'contact@atelier.example', also: ['affiliateemail'] },
    { name: 'program', required: true, example: 'friends', also: ['program'] },
    { name: 'currency', example: 'EUR', also: ['currency'] },
    { name: 'customerId', example: 'user-42', also: ['customerid'] },
    { name: 'status', example: 'approved', also: ['commissionstatus'] },
  ],
  rewardful_affiliates: [
    { name: 'email', required: true, example: 'contact@atelier.example', also: ['affiliateemail'] },
    { name: 'firstName', example: 'Ada', also: ['firstname'] },
    { name: 'lastName', example: 'Lovelace', also: ['lastname'] },
    { name: 'code', example: 'ada', also: ['token'] },
    { name: 'customerId', example: 'cus_1JXY…', also: ['stripecustomerid'] },
  ],
};

/** Kinds of other systems, whose columns have the names of those systems only. */
export const foreignKinds: ReadonlySet<ImportKind> = new Set([
  'dub_commissions',
  'tapfiliate_conversions',
  'rewardful_affiliates',
]);

/** A column's name as it is compared: `N° de commande` and `no_de_commande` alike. */
export function columnKey(name: string): string {
  return name
    .replace(/n°/gi, 'no')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
