import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export const fieldWords = {
  name: msg`Name`,
  kind: msg`Kind`,
  country: msg`Country`,
  email: msg`E-mail`,
  language: msg`Language`,
  externalId: msg`Your reference`,
  attributes: msg`Attributes`,
  tags: msg`Tags`,
} as const satisfies Readonly<Record<string, MessageDescriptor>>;
type Field = keyof typeof fieldWords;

/** Which of a partner's details differ between two states of it. */
export function changedFields(before: unknown, after: unknown): Field[] {
  const [former, latter] = [asRecord(before), asRecord(after)];
  return (Object.keys(fieldWords) as Field[]).filter(
    (field) => JSON.stringify(former[field] ?? null) !== JSON.stringify(latter[field] ?? null),
  );
}

function asRecord(state: unknown): Readonly<Record<string, unknown>> {
  return typeof state === 'object' && state !== null ? (state as Readonly<Record<string, unknown>>) : {};
}
