import { faultsOf } from '@cordee/contract/field-faults';
import { namePartners, planDocument } from '@cordee/contract/plan-document';
import type { Language } from '@cordee/contract/language';
import { checkPlan, renderPlan, type PlanDocument } from '@cordee/core/plan';
import type { Clauses } from '../clause-list.tsx';
import { pointerText } from './document-path.ts';

/** One mistake, where it is, said in both languages. */
export interface Fault {
  readonly path: string;
  readonly message: Readonly<Record<Language, string>>;
}

/** What is wrong with a document as typed: its shape by the contract, else its sense by core. */
export function faultsIn(document: unknown): readonly Fault[] {
  const result = planDocument.safeParse(document, { reportInput: true });
  if (!result.success) return faultsOf(planDocument, result.error.issues);
  return checkPlan(result.data).map(({ path, fr, en, example }) => ({
    path: pointerText(path),
    message: {
      fr: example === undefined ? fr : `${fr} ${exampleText('Par exemple', example, ' :')}`,
      en: example === undefined ? en : `${en} ${exampleText('For example', example, ':')}`,
    },
  }));
}

/** The clauses of a document without faults; partners are called by the names given. */
export function clausesOf(document: PlanDocument, nameOf: (partnerId: string) => string): Clauses {
  const named = namePartners(document, (id) => `${nameOf(id)} (${id})`);
  return { fr: renderPlan(named, 'fr'), en: renderPlan(named, 'en') };
}

/** The partners a document mentions. */
export function partnersIn(document: PlanDocument): readonly string[] {
  const found = new Set<string>();
  namePartners(document, (id) => {
    found.add(id);
    return id;
  });
  return [...found];
}

/** Values people type as they are; whole structures would not help. */
function exampleText(intro: string, example: unknown, colon: string): string {
  return typeof example === 'string' ? `${intro}${colon} ${example}` : '';
}
