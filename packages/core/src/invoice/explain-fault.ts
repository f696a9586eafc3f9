import type { Language } from '../language/index.ts';
import { formatMoney } from '../money/index.ts';
import type { InvoiceFault, InvoiceFaultCode } from './invoice-fault.ts';

type Sentence = (about: string) => string;
type Words = Readonly<Record<InvoiceFaultCode, Sentence>>;

const EN: Words = {
  number: () => 'The number has 1 to 35 letters, digits or + - _ /, without blanks or accents, such as AF-2026-000007.',
  type: (type) => `Type ${type} is none of an invoice or a credit note; ours are 389 and 261.`,
  day: () => 'Give a day of this century that exists, such as 2026-11-23.',
  due_before_issue: () => 'It is due before it is issued: choose the day of issue or a later one.',
  period: () => 'The period ends before it begins: exchange the two days.',
  currency: (code) => `${code} is no currency: give a code of ISO 4217, such as EUR.`,
  decimals: (code) => `An invoice has two decimals at most, and this amount in ${code} has more: adjust the amount.`,
  text_missing: () => 'A text is missing here: enter it.',
  text_characters: () => 'This text has an invisible character that no invoice can carry: type it again rather than paste it.',
  country: () => 'The country is missing: give its code of two letters, such as FR.',
  siren_missing: () => 'The SIREN is missing: between French businesses it is required. Enter its nine digits.',
  siren: (siren) => `${siren} is no SIREN: its check digit does not fit. Copy the nine digits from the register.`,
  vat_number: (number) =>
    `${number} is no VAT number: it begins with the country’s letters, and its check digits fit, such as FR11999999998.`,
  siren_in_vat_number: (siren) => `The VAT number belongs to another SIREN than ${siren}: correct one of the two.`,
  seller_tax_id: (category) =>
    `With VAT category ${category} the supplier must be known to a tax office: enter its VAT number, or else the tax number of its country (in France, its SIREN).`,
  seller_vat_number: (category) => `VAT category ${category} requires the supplier’s VAT number: enter it.`,
  buyer_tax_id: (category) => `With VAT category ${category} the customer declares the VAT: enter the customer’s VAT number.`,
  vat_number_forbidden: () =>
    'Outside the scope of VAT (category O) no VAT number may stand: use reverse charge (AE), or take the number away.',
  address_missing: (scheme) =>
    `The electronic address is missing: give the one in the directory (scheme ${scheme}), such as the SIREN.`,
  address_owner: (scheme) =>
    `Who receives it is found by an electronic address of scheme ${scheme} that begins with its own SIREN.`,
  category: (category) => `${category} is no VAT category we know: use S, E, AE, K, G, O or Z.`,
  rate_zero: () => 'The standard category (S) needs a rate above zero; without VAT, choose the category that says why.',
  rate_not_zero: (category) => `VAT category ${category} carries no VAT: its rate is 0.`,
  rate_unknown: (rate) => `${rate}% is no rate of VAT in force that day: check the rate.`,
  exemption_missing: (category) => `VAT category ${category} must say why there is no VAT: add the legal mention.`,
  exemption_forbidden: (category) => `VAT category ${category} takes no reason of exemption: remove it.`,
  note_missing: (code) => `The note ${code} is missing: it is required between businesses of the country.`,
  note_repeated: (code) => `The note ${code} stands there more than once: keep one.`,
  note_value: (code) => `The note ${code} takes one of fixed values only, such as B2B.`,
  mention_missing: (text) => `The mention the law wants is missing: “${text}”.`,
  no_lines: () => 'There is no line: say what is invoiced.',
  line_sum: (right) => `The lines come to ${right}: the total of lines must say so.`,
  breakdown_missing: (treatment) => `The VAT breakdown leaves out category and rate ${treatment}, which lines have.`,
  basis: (right) => `The lines of this VAT rate come to ${right}: the breakdown must say so.`,
  vat: (right) => `The VAT comes to ${right}, to the cent: correct it.`,
  net: (right) => `The total without VAT comes to ${right}: correct it.`,
  gross: (right) => `The total with VAT comes to ${right}: correct it.`,
  due: (right) => `What is due comes to ${right}: correct it.`,
  range: () => 'The amount is too large to be true.',
  not_positive: () =>
    'It must come to more than zero. What is given back goes on a credit note (261), whose amounts stand above zero.',
  preceding_missing: () => 'A credit note names the invoice it credits: add its number and date.',
  preceding_later: () => 'It names an invoice that was issued after it: check the dates.',
  books_vat_missing: (code) => `In another currency, the VAT must also be told in ${code}: add it with the rate of the day.`,
  books_vat: () => 'The VAT in the currency of the books does not fit the VAT of the invoice: same sign, other currency.',
  iban: () => 'The IBAN is wrong: its check digits do not fit. Copy it from the bank’s document.',
  unreadable: (text) => `“${text}” cannot be read here: the file does not keep to its format.`,
};

const FR: Words = {
  number: () => 'Le numéro comporte de 1 à 35 lettres, chiffres ou + - _ /, sans espace ni accent : AF-2026-000007 par exemple.',
  type: (type) => `Le type ${type} n’est celui ni d’une facture ni d’un avoir ; les nôtres sont 389 et 261.`,
  day: () => 'Indiquez un jour de ce siècle qui existe : 2026-11-23 par exemple.',
  due_before_issue: () => 'L’échéance précède l’émission : choisissez le jour de l’émission ou un jour ultérieur.',
  period: () => 'La période finit avant de commencer : intervertissez les deux jours.',
  currency: (code) => `${code} n’est pas une devise : indiquez un code ISO 4217, EUR par exemple.`,
  decimals: (code) => `Une facture a deux décimales au plus, et ce montant en ${code} en a davantage : ajustez-le.`,
  text_missing: () => 'Un texte manque ici : saisissez-le.',
  text_characters: () =>
    'Ce texte contient un caractère invisible qu’aucune facture ne peut porter : ressaisissez-le au lieu de le coller.',
  country: () => 'Le pays manque : indiquez son code à deux lettres, FR par exemple.',
  siren_missing: () => 'Le SIREN manque : il est obligatoire entre entreprises françaises. Saisissez ses neuf chiffres.',
  siren: (siren) => `${siren} n’est pas un SIREN : sa clé ne correspond pas. Recopiez les neuf chiffres du registre.`,
  vat_number: (number) =>
    `${number} n’est pas un numéro de TVA : il commence par les lettres du pays et sa clé correspond, comme FR11999999998.`,
  siren_in_vat_number: (siren) => `Le numéro de TVA est celui d’un autre SIREN que ${siren} : corrigez l’un des deux.`,
  seller_tax_id: (category) =>
    `En catégorie de TVA ${category}, le fournisseur doit être connu d’une administration fiscale : saisissez son numéro de TVA ou, à défaut, le numéro fiscal de son pays (en France, son SIREN).`,
  seller_vat_number: (category) => `La catégorie de TVA ${category} exige le numéro de TVA du fournisseur : saisissez-le.`,
  buyer_tax_id: (category) => `En catégorie de TVA ${category}, le client déclare la TVA : saisissez le numéro de TVA du client.`,
  vat_number_forbidden: () =>
    'Hors du champ de la TVA (catégorie O), aucun numéro de TVA ne doit figurer : utilisez l’autoliquidation (AE) ou retirez le numéro.',
  address_missing: (scheme) =>
    `L’adresse électronique manque : indiquez celle de l’annuaire (schéma ${scheme}), le SIREN par exemple.`,
  address_owner: (scheme) =>
    `Le destinataire se trouve par une adresse électronique de schéma ${scheme} qui commence par son propre SIREN.`,
  category: (category) => `${category} n’est pas une catégorie de TVA que nous connaissons : utilisez S, E, AE, K, G, O ou Z.`,
  rate_zero: () =>
    'La catégorie normale (S) demande un taux supérieur à zéro ; sans TVA, choisissez la catégorie qui dit pourquoi.',
  rate_not_zero: (category) => `La catégorie de TVA ${category} ne porte pas de TVA : son taux est 0.`,
  rate_unknown: (rate) => `${rate.replace('.', ',')} % n’est pas un taux de TVA en vigueur ce jour-là : vérifiez-le.`,
  exemption_missing: (category) =>
    `La catégorie de TVA ${category} doit dire pourquoi il n’y a pas de TVA : ajoutez la mention légale.`,
  exemption_forbidden: (category) => `La catégorie de TVA ${category} n’admet pas de motif d’exonération : retirez-le.`,
  note_missing: (code) => `La note ${code} manque : elle est obligatoire entre entreprises du pays.`,
  note_repeated: (code) => `La note ${code} figure plusieurs fois : n’en gardez qu’une.`,
  note_value: (code) => `La note ${code} n’admet que des valeurs convenues, B2B par exemple.`,
  mention_missing: (text) => `La mention exigée par la loi manque : « ${text} ».`,
  no_lines: () => 'Il n’y a aucune ligne : dites ce qui est facturé.',
  line_sum: (right) => `Les lignes font ${right} : le total des lignes doit le dire.`,
  breakdown_missing: (treatment) => `La ventilation de la TVA omet la catégorie et le taux ${treatment}, que portent des lignes.`,
  basis: (right) => `Les lignes à ce taux de TVA font ${right} : la ventilation doit le dire.`,
  vat: (right) => `La TVA fait ${right}, au centime : corrigez-la.`,
  net: (right) => `Le total hors taxe fait ${right} : corrigez-le.`,
  gross: (right) => `Le total toutes taxes comprises fait ${right} : corrigez-le.`,
  due: (right) => `Le net à payer fait ${right} : corrigez-le.`,
  range: () => 'Le montant est trop grand pour être vrai.',
  not_positive: () =>
    'Le document doit dépasser zéro. Ce qui est rendu figure sur un avoir (261), dont les montants sont supérieurs à zéro.',
  preceding_missing: () => 'Un avoir cite la facture dont il rend une part : ajoutez son numéro et sa date.',
  preceding_later: () => 'Il cite une facture émise après lui : vérifiez les dates.',
  books_vat_missing: (code) => `Dans une autre devise, la TVA se dit aussi en ${code} : ajoutez-la au cours du jour.`,
  books_vat: () => 'La TVA dans la devise des livres ne va pas avec celle de la facture : même signe, autre devise.',
  iban: () => 'L’IBAN est faux : sa clé ne correspond pas. Recopiez-le du document de la banque.',
  unreadable: (text) => `« ${text} » ne se lit pas ici : le fichier ne respecte pas son format.`,
};

const SENTENCES: Readonly<Record<Language, Words>> = { en: EN, fr: FR };

/** A fault as a sentence: where it is, what is wrong, and what to do. */
export function explainFault({ path, code, about }: InvoiceFault, language: Language): string {
  const subject = about === null ? '' : typeof about === 'string' ? about : formatMoney(about, language);
  const place = placeOf(path, language);
  const sentence = SENTENCES[language][code](subject);
  if (place === null) return sentence;
  return language === 'fr' ? `${place} : ${sentence}` : `${place}: ${sentence}`;
}

/** Lines and sides of the document; other places the sentence names itself. */
function placeOf(path: string, language: Language): string | null {
  const isFrench = language === 'fr';
  const line = /^lines\[(\d+)\]/.exec(path)?.[1];
  if (line !== undefined) return `${isFrench ? 'Ligne' : 'Line'} ${Number(line) + 1}`;
  if (path.startsWith('seller')) return isFrench ? 'Fournisseur' : 'Supplier';
  if (path.startsWith('buyer')) return isFrench ? 'Client' : 'Customer';
  if (path.startsWith('preceding[')) return isFrench ? 'Facture citée' : 'Invoice cited';
  return path === 'dueOn' ? (isFrench ? 'Échéance' : 'Due date') : null;
}
