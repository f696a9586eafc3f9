import { Select, type SelectProps } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';

const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'fr', label: 'Français' },
];

/** The language a partner is written to in. */
export function LanguageSelect(props: SelectProps) {
  const { t } = useLingui();
  return (
    <Select
      label={t`Language`}
      description={t`Of messages and documents.`}
      placeholder={t`That of the workspace`}
      clearable
      clearButtonProps={{ 'aria-label': t`That of the workspace` }}
      {...props}
      data={LANGUAGES}
    />
  );
}
