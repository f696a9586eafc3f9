import { SegmentedControl } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { Language } from '@cordee/contract/language';
import { useState } from 'react';
import { useLanguage } from '../../lib/use-language.ts';

type Choice = 'both' | Language;

/** In which language clauses are read: the reader's, the other, or both under each other. */
export function useLanguageChoice(initial: 'both' | 'own' = 'both') {
  const { t } = useLingui();
  const own = useLanguage();
  const [choice, setChoice] = useState<Choice>(initial === 'own' ? own : 'both');
  const other = own === 'fr' ? 'en' : 'fr';
  const languages: readonly Language[] = choice === 'both' ? [own, other] : [choice];
  const control = (
    <SegmentedControl
      size="xs"
      transitionDuration={0}
      aria-label={t`Language of the clauses`}
      value={choice}
      onChange={setChoice}
      data={[
        { value: 'both', label: t`Both` },
        { value: 'fr', label: <span lang="fr">{'Français'}</span> },
        { value: 'en', label: <span lang="en">{'English'}</span> },
      ]}
    />
  );
  return { languages, control };
}
