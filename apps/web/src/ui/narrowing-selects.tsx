import { Select } from '@mantine/core';
import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react/macro';
import { PartnerSelect } from './form/partner-select.tsx';

interface NarrowingProps<Kind extends string> {
  readonly kinds: readonly Kind[];
  readonly words: Readonly<Record<Kind, MessageDescriptor>>;
  readonly programs: readonly { readonly id: string; readonly name: string }[] | undefined;
  readonly chosen: { readonly kind?: Kind; readonly partnerId?: string; readonly programId?: string };
  readonly onNarrow: (change: {
    readonly kind?: string | null;
    readonly partnerId?: string | null;
    readonly programId?: string | null;
  }) => void;
}

/** Narrows a list to a kind, to a partner and, where there are several, to a program. */
export function NarrowingSelects<Kind extends string>({ kinds, words, programs = [], chosen, onNarrow }: NarrowingProps<Kind>) {
  const { t } = useLingui();
  const { kind, partnerId, programId } = chosen;
  return (
    <>
      <Select
        aria-label={t`Kind`}
        placeholder={t`Every kind`}
        clearable
        clearButtonProps={{ 'aria-label': t`Every kind` }}
        data={kinds.map((value) => ({ value, label: t(words[value]) }))}
        value={kind ?? null}
        onChange={(value) => onNarrow({ kind: value })}
      />
      <PartnerSelect
        aria-label={t`Partner`}
        placeholder={t`Every partner`}
        clearable
        clearButtonProps={{ 'aria-label': t`Every partner` }}
        value={partnerId ?? null}
        onChange={(value) => onNarrow({ partnerId: value })}
      />
      {(programs.length > 1 || programId !== undefined) && (
        <Select
          aria-label={t`Program`}
          placeholder={t`Every program`}
          clearable
          clearButtonProps={{ 'aria-label': t`Every program` }}
          data={programs.map(({ id, name }) => ({ value: id, label: name }))}
          value={programId ?? null}
          onChange={(value) => onNarrow({ programId: value })}
        />
      )}
    </>
  );
}
