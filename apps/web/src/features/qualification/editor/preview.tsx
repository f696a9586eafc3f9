import { Paper, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { answerWords } from '@cordee/core/qualification';
import { useState } from 'react';
import { ItemField, type Answer } from '../item-field.tsx';
import type { Item } from '../qualification.queries.ts';

/** The question as both sides will see it, in both languages, and how an answer is read out. */
export function Preview({ item }: { item: Item }) {
  const { t } = useLingui();
  const [answer, setAnswer] = useState<Answer | undefined>(undefined);
  const read = answer === undefined ? null : answerWords(item, answer);
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        <Trans>Try it: nothing of this is kept.</Trans>
      </Text>
      {(['en', 'fr'] as const).map((lang) => (
        <Paper key={lang} withBorder p="md" component="section" aria-label={lang === 'en' ? t`In English` : t`In French`}>
          <Stack gap="xs">
            <Text size="sm" c="dimmed">
              {lang === 'en' ? t`In English` : t`In French`}
            </Text>
            <div lang={lang}>
              <ItemField item={item} value={answer} onChange={setAnswer} language={lang} />
            </div>
            {read !== null && (
              <Text size="sm" c="dimmed">
                <Trans>Read as: {read[lang]}</Trans>
              </Text>
            )}
          </Stack>
        </Paper>
      ))}
    </Stack>
  );
}
