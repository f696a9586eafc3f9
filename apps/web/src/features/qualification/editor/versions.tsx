import { Anchor, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queryOf } from '../../../lib/api/queries.ts';
import { useLanguage } from '../../../lib/use-language.ts';
import type { Column } from '../../../ui/data-list.tsx';
import { ProblemNotice } from '../../../ui/problem-notice.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { SideDrawer } from '../../../ui/side-drawer.tsx';
import { Instant } from '../../../ui/values.tsx';
import { formKindWords } from './editor-words.ts';
import type { Questionnaire } from '../qualification.queries.ts';

/** What was published, and can be read as it was asked. */
export function Versions({ questionnaire: { id, versions } }: { questionnaire: Questionnaire }) {
  const { t } = useLingui();
  const [open, setOpen] = useState<number | null>(null);
  const columns = useColumns(setOpen);
  if (versions.length === 0) return null;
  return (
    <Stack gap="xs" component="section">
      <Title order={3}>
        <Trans>Published versions</Trans>
      </Title>
      <Text size="sm" c="dimmed">
        <Trans>They never change: what was asked with one keeps it.</Trans>
      </Text>
      <Sheet
        label={t`Published versions`}
        rows={versions.toSorted((a, b) => b.version - a.version)}
        keyOf={({ version }) => String(version)}
        columns={columns}
      />
      {open !== null && <AsItWas id={id} version={open} onClose={() => setOpen(null)} />}
    </Stack>
  );
}

function useColumns(onOpen: (version: number) => void): Column<Questionnaire['versions'][number]>[] {
  const { t } = useLingui();
  return [
    {
      id: 'version',
      header: t({ message: 'Version', context: 'questionnaire' }),
      cell: ({ version }) => (
        <Anchor component="button" onClick={() => onOpen(version)}>
          {t`Version ${version}`}
        </Anchor>
      ),
    },
    {
      id: 'on',
      header: t({ message: 'Published', context: 'questionnaire' }),
      cell: ({ publishedAt }) => <Instant at={publishedAt} />,
    },
    { id: 'items', header: t`Questions`, align: 'end', cell: ({ items }) => items },
  ];
}

function AsItWas({ id, version, onClose }: { id: string; version: number; onClose: () => void }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { data, error, refetch } = useQuery(queryOf('getQuestionnaireVersion', { params: { id, version: String(version) } }));
  return (
    <SideDrawer title={t`Version ${version}`} size="xl" onClose={onClose}>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={300} />}
      <Stack gap="sm" component="ol" pl="lg" m={0}>
        {data?.document.items.map(({ key, text, form }) => (
          <li key={key}>
            <Text>{text[language]}</Text>
            <Text size="sm" c="dimmed">
              {t(formKindWords[form.kind])}
              {'options' in form && `: ${form.options.map((option) => option.text[language]).join(', ')}`}
            </Text>
          </li>
        ))}
      </Stack>
    </SideDrawer>
  );
}
