import { cancellationInput, leadInput, qualifiedLeadInput, refundInput, saleInput } from '@cordee/contract/events';
import type { z } from 'zod';
import { faultsOf } from '@cordee/contract/field-faults';
import { strictSchema } from '../../../platform/http/strict-schema.ts';
import { Refusal } from '../../../platform/refusal.ts';
import {
  cancellationDraft,
  leadDraft,
  qualifiedLeadDraft,
  refundDraft,
  saleDraft,
  type DraftContext,
} from '../../counting/index.ts';
import type { FactDraft } from '../../fact/index.ts';
import { isObject, objectAt, textAt, TranslationFault, type JsonObject } from '../translation/json.ts';
import { facts, noFact, type HookEvent, type Translator } from '../translation/translation.ts';

type Read = (data: JsonObject, context: DraftContext) => FactDraft;

const READS: Readonly<Record<string, Read>> = {
  sale: reading(saleInput, saleDraft),
  lead: reading(leadInput, leadDraft),
  qualified_lead: reading(qualifiedLeadInput, qualifiedLeadDraft),
  refund: reading(refundInput, refundDraft),
  cancellation: reading(cancellationInput, cancellationDraft),
};

/** `{type, data}` where data is the body the tracking API takes for that type; the same event by either way is one fact. */
export const genericTranslator: Translator = {
  references: () => [],
  translate(event, { customerKey, receivedAt }) {
    const read = READS[event.type];
    if (read === undefined) return noFact('unknown_type');
    return facts([read(event.payload, { customerKey, now: receivedAt })]);
  },
};

export function readGenericEvent(id: string, body: unknown, receivedAt: number): HookEvent {
  const type = isObject(body) ? textAt(body, 'type') : null;
  const payload = isObject(body) ? objectAt(body, 'data') : null;
  if (type === null || payload === null) {
    throw new TranslationFault('', { en: 'Expected {"type": …, "data": {…}}.', fr: 'Attendu : {"type": …, "data": {…}}.' });
  }
  return { id, type, at: receivedAt, payload };
}

function reading<Schema extends z.ZodType>(
  schema: Schema,
  draft: (input: z.output<Schema>, context: DraftContext) => FactDraft,
): Read {
  const strict = strictSchema(schema);
  return (data, context) => {
    const parsed = strict.safeParse(data, { reportInput: true });
    if (!parsed.success) throw new Refusal('invalid_request', faultsOf(schema, parsed.error.issues));
    return draft(parsed.data as z.output<Schema>, context);
  };
}
