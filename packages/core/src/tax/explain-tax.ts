import type { Language } from '../language/index.ts';
import { rate, ratePercentText } from '../money/index.ts';
import { formatDate } from '../time/index.ts';
import type { MissingDatum, TaxDecision, TaxFacts } from './decide-tax.ts';
import type { TaxKind, TaxTable, VatStatus } from './tax-table.ts';

type Words<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;

const KINDS: Words<TaxKind> = {
  en: {
    business: 'a business',
    association: 'an association',
    private_person: 'a private person',
    employee_of_third_party: 'an employee of a third party',
  },
  fr: {
    business: 'une entreprise',
    association: 'une association',
    private_person: 'un particulier',
    employee_of_third_party: 'un salarié d’un tiers',
  },
};

const STATUSES: Words<VatStatus> = {
  en: { liable: 'liable to VAT', exempt: 'exempt as a small business', not_taxable: 'not a taxable person' },
  fr: { liable: 'redevable de la TVA', exempt: 'en franchise de TVA', not_taxable: 'non assujetti à la TVA' },
};

const MISSING: Words<MissingDatum> = {
  en: {
    legal_name: 'the legal name',
    address: 'the address',
    siren: 'the SIREN',
    siret: 'the SIRET',
    vat_number: 'the VAT number',
    local_tax_id: 'the tax number of its own country',
    birth_date: 'the date of birth',
    business_proof: 'the proof that it is a business',
    payer_vat_number: 'the company’s own VAT number',
    vat_check: 'the check of the VAT number',
    country: 'the country of establishment',
    kind: 'what the partner is',
    vat_status: 'its standing for VAT',
    payments: 'its payments in other currencies, which the threshold cannot be compared with',
    valid_vat_number: 'a VAT number that is valid',
    mention: 'the legal mention in force that day',
  },
  fr: {
    legal_name: 'la dénomination',
    address: 'l’adresse',
    siren: 'le SIREN',
    siret: 'le SIRET',
    vat_number: 'le numéro de TVA',
    local_tax_id: 'le numéro fiscal de son pays',
    birth_date: 'la date de naissance',
    business_proof: 'la preuve que c’est une entreprise',
    payer_vat_number: 'le numéro de TVA de l’entreprise elle-même',
    vat_check: 'la vérification du numéro de TVA',
    country: 'le pays d’établissement',
    kind: 'ce qu’est le partenaire',
    vat_status: 'sa situation au regard de la TVA',
    payments: 'ses paiements en d’autres devises, que le seuil ne permet pas de comparer',
    valid_vat_number: 'un numéro de TVA valide',
    mention: 'la mention légale en vigueur ce jour-là',
  },
};

/** A missing datum by its name. */
export function missingText(datum: MissingDatum, language: Language): string {
  return MISSING[language][datum];
}

/** A decision in sentences: what was known, which rule decided and where it comes from, what follows, what is missing. */
export function explainTax(table: TaxTable, facts: TaxFacts, decision: TaxDecision, language: Language): string[] {
  return [
    known(facts, language),
    ...ruleSentences(table, decision, language),
    outcomeSentence(decision, language),
    ...(decision.because === null ? [] : [decision.because[language]]),
    ...(decision.missing.length === 0 ? [] : [missingSentence(decision.missing, language)]),
    ...(decision.warnings.length === 0 ? [] : [WARNING[language]]),
    ...(decision.holdsPayment ? [HELD[language]] : []),
    ADVICE[language],
  ];
}

function known({ on, country, kind, vatStatus }: TaxFacts, language: Language): string {
  const parts = [
    kind === null ? null : KINDS[language][kind],
    country === null ? null : (language === 'fr' ? 'pays : ' : 'country: ') + countryName(country, language),
    vatStatus === null ? null : STATUSES[language][vatStatus],
  ].filter((part) => part !== null);
  const day = formatDate(on, language);
  if (language === 'fr') return parts.length === 0 ? `Au ${day} : rien n’est connu.` : `Au ${day} : ${parts.join(', ')}.`;
  return parts.length === 0 ? `On ${day}: nothing is known.` : `On ${day}: ${parts.join(', ')}.`;
}

function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames([language], { type: 'region', fallback: 'code' }).of(code) ?? code;
}

function ruleSentences(table: TaxTable, { rule, treatedAs }: TaxDecision, language: Language): string[] {
  const decided = table.rules.find(({ key }) => key === rule);
  const chosen = table.rules.find(({ key }) => key === treatedAs);
  const sentences: string[] = [];
  if (decided !== undefined) {
    const label = decided.label[language];
    sentences.push(language === 'fr' ? `Règle « ${label} » (${decided.source}).` : `Rule “${label}” (${decided.source}).`);
  }
  if (chosen !== undefined) {
    const label = chosen.label[language];
    sentences.push(
      language === 'fr'
        ? `Examinée par une personne, qui applique « ${label} » (${chosen.source}).`
        : `Reviewed by a person, who applies “${label}” (${chosen.source}).`,
    );
  }
  return sentences;
}

function outcomeSentence({ outcome, rule, missing, vatCategory, vatRate }: TaxDecision, language: Language): string {
  const isFrench = language === 'fr';
  if (outcome === 'invoice') {
    const percent = ratePercentText(rate(BigInt(vatRate ?? 0), 10_000n), language);
    return isFrench
      ? `Une facture, catégorie de TVA ${vatCategory ?? ''}, taux ${percent}.`
      : `An invoice, VAT category ${vatCategory ?? ''}, rate ${percent}.`;
  }
  if (outcome === 'receipt')
    return isFrench ? 'Pas de facture : un relevé valant reçu.' : 'No invoice: a statement that serves as a receipt.';
  if (outcome === 'review')
    return isFrench ? 'Une personne doit l’examiner avant tout document.' : 'A person must review it before any document.';
  if (rule === null && missing.length === 0)
    return isFrench ? 'Aucune règle ne convient : aucun document.' : 'No rule fits: no document.';
  return isFrench
    ? 'Aucun document pour l’instant ; les commissions continuent de courir.'
    : 'No document for now; commissions go on accruing.';
}

function missingSentence(missing: readonly MissingDatum[], language: Language): string {
  const list = missing.map((datum) => missingText(datum, language)).join(', ');
  return language === 'fr' ? `Il manque : ${list}.` : `Missing: ${list}.`;
}

const WARNING: Readonly<Record<Language, string>> = {
  en: 'Warning: the VAT number could not be checked.',
  fr: 'Attention : le numéro de TVA n’a pas pu être vérifié.',
};

const HELD: Readonly<Record<Language, string>> = {
  en: 'Payment is held until then.',
  fr: 'Le paiement est suspendu jusque-là.',
};

const ADVICE: Readonly<Record<Language, string>> = {
  en: 'This is what the company’s own table says, not legal advice.',
  fr: 'C’est ce que dit la table de l’entreprise, non un conseil juridique.',
};
