import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react/macro';

/** The choices of a list with their words, in the order they are written. */
export function useOptions<Key extends string>(words: Readonly<Record<Key, MessageDescriptor>>) {
  const { t } = useLingui();
  return (Object.entries(words) as [Key, MessageDescriptor][]).map(([value, word]) => ({ value, label: t(word) }));
}
