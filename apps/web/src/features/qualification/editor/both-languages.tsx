import { Group, Textarea } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';

type Words = { readonly en: string; readonly fr: string };

interface BothLanguagesProps {
  /** What is written; each field says in which language. */
  readonly label: string;
  readonly value: Words;
  readonly onChange: (value: { en: string; fr: string }) => void;
  readonly readOnly?: boolean;
  readonly maxLength?: number;
}

/** A text in both languages, one beside the other: neither is the translation of the other. */
export function BothLanguages({ label, value, onChange, readOnly = false, maxLength = 300 }: BothLanguagesProps) {
  const { t } = useLingui();
  return (
    <Group grow align="start" preventGrowOverflow={false}>
      {(['en', 'fr'] as const).map((lang) => (
        <Textarea
          autosize
          minRows={1}
          key={lang}
          lang={lang}
          style={{ minWidth: 220 }}
          label={lang === 'en' ? t`${label} (English)` : t`${label} (French)`}
          readOnly={readOnly}
          maxLength={maxLength}
          value={value[lang]}
          // Long ones wrap; they stay one line.
          onChange={(event) => onChange({ ...value, [lang]: event.currentTarget.value.replaceAll(/\s*\n\s*/g, ' ') })}
        />
      ))}
    </Group>
  );
}
