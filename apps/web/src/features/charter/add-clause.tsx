import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLanguage } from '../../lib/use-language.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { libraryQuery, type Charter, type Clause, type Version } from './charter.queries.ts';

interface AddClauseProps {
  readonly kind: Charter['kind'];
  readonly document: Version['document'];
  readonly onChoose: (clause: Clause) => void;
  readonly onClose: () => void;
}

/** The library: clauses that are not in the charter yet, those for its kind first. */
export function AddClause({ kind, document, onChoose, onClose }: AddClauseProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const { data, error, refetch } = useQuery(libraryQuery);
  const [words, setWords] = useState('');
  const taken = new Set(document.clauses.map(({ key }) => key));
  const wanted = words.trim().toLocaleLowerCase(language);
  const found = (data?.items ?? [])
    .filter(({ clause }) => !taken.has(clause.key))
    .filter(({ clause }) => `${clause.title[language]} ${clause.text[language]}`.toLocaleLowerCase(language).includes(wanted))
    .toSorted((left, right) => Number(right.fits.includes(kind)) - Number(left.fits.includes(kind)));
  return (
    <SideDrawer title={t`Clauses to add`} onClose={onClose} size="lg">
      <Stack>
        <Text size="sm" c="dimmed">
          {data?.notice}
        </Text>
        <SearchField label={t`Search clauses`} value={words} onSearch={setWords} />
        {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && <Skeleton h={200} />}
        {data !== undefined && found.length === 0 && (
          <Text c="dimmed">
            <Trans>No other clause is left.</Trans>
          </Text>
        )}
        {found.map(({ clause }) => (
          <div key={clause.key}>
            <Group justify="space-between" wrap="nowrap" align="flex-start">
              <Text fw={600}>{clause.title[language]}</Text>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t`Choose ${clause.title[language]}`}
                onClick={() => onChoose(clause)}
              >
                <Trans>Choose</Trans>
              </Button>
            </Group>
            <Text size="sm" lineClamp={3}>
              {clause.text[language]}
            </Text>
          </div>
        ))}
      </Stack>
    </SideDrawer>
  );
}
