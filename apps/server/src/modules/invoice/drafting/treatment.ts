import type { InvoiceVat } from '@cordee/core/invoice';
import type { TaxDecision } from '@cordee/core/tax';
import type { Invoicing } from '@cordee/contract/invoicing';
import type { Language } from '@cordee/contract/language';

/** Tells treatments for VAT apart. */
export function treatmentKey({ category, rate, exemption }: Pick<InvoiceVat, 'category' | 'rate' | 'exemption'>): string {
  return `${category} ${rate} ${exemption?.code ?? ''}`;
}

/** How a document stands for VAT by a decision; null when none is to be made out. */
export function treatmentOf(decision: TaxDecision, { vatDue }: Invoicing, language: Language): InvoiceVat | null {
  const { outcome, vatCategory: category, vatRate: rate, exemption: code } = decision;
  if (outcome !== 'invoice' || category === null || rate === null) return null;
  // What is printed in the place of a rate: the sentences the table gives beside the one about self-billing.
  const reasons = decision.mentions.filter((mention) => mention.code !== 'self_billing').map((mention) => mention[language]);
  const exemption = rate === 0 ? { code, text: reasons.join(' ') } : null;
  const dueCode = category === 'S' ? (vatDue === 'payment' ? ('72' as const) : ('5' as const)) : null;
  return { category, rate, exemption, dueCode };
}
