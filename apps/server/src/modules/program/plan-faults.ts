import type { FieldFault } from '@cordee/contract/errors';
import { encodeId } from '@cordee/core/ids';
import { checkPlan, type PlanDocument } from '@cordee/core/plan';
import type { Tx } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { partnerNames } from '../partner/index.ts';
import { partnersIn } from './plan-partners.ts';

/**
 * Refuses a plan that contradicts itself (`plan_invalid`, all faults at once) or names a partner nobody knows
 * (`unknown_reference`). `field` is where the request carries the document.
 */
export async function mustBeSound(tx: Tx, workspaceId: string, document: PlanDocument, field: string): Promise<void> {
  const problems = checkPlan(document);
  if (problems.length > 0) {
    throw new Refusal(
      'plan_invalid',
      problems.map(({ path, code, fr, en, example }) => ({
        path: fieldPath(field, path),
        rule: code,
        message: { fr, en },
        ...(example === undefined ? {} : { example }),
      })),
    );
  }
  const mentions = partnersIn(document);
  const known = await partnerNames(tx, workspaceId, [...new Set(mentions.map(({ partnerId }) => partnerId))]);
  const unknown = mentions.filter(({ partnerId }) => !known.has(partnerId));
  if (unknown.length === 0) return;
  throw new Refusal(
    'unknown_reference',
    unknown.map(({ path, partnerId }): FieldFault => {
      const id = encodeId('prt', partnerId);
      return {
        path: `${field}.${path}`,
        rule: 'known',
        message: {
          en: `No partner of this workspace has the id ${id}.`,
          fr: `Aucun partenaire de cet espace n'a l'identifiant ${id}.`,
        },
      };
    }),
  );
}

/** A JSON pointer (RFC 6901) inside the document, as faults of requests are written: `document.rules[0].id`. */
function fieldPath(field: string, pointer: string): string {
  const steps = pointer.split('/').slice(1);
  return steps.reduce((path, step) => {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    return /^\d+$/.test(name) ? `${path}[${name}]` : `${path}.${name}`;
  }, field);
}
