import { Button, Stack, Text, Title } from '@mantine/core';
import { answerWords } from '@cordee/core/qualification';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useLanguage } from '../../lib/use-language.ts';
import type { Column } from '../../ui/data-list.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Status } from '../../ui/status.tsx';
import { severityTones, severityWords } from './qualification-words.ts';
import type { QualificationDetail, Revealed } from './qualification.queries.ts';

type Difference = Revealed['differences'][number];

const isUnanswered = ({ company, partner }: Difference) => company === null && partner === null;

/** Every question with what both sides said; those nobody answered are folded away until they are asked for. */
export function SideBySide({ detail, revealed }: { detail: QualificationDetail; revealed: Revealed }) {
  const { t } = useLingui();
  const [showsAll, setShowsAll] = useState(false);
  const columns = useColumns(detail);
  const answered = revealed.differences.filter((one) => !isUnanswered(one));
  const silent = revealed.differences.length - answered.length;
  return (
    <Stack gap="md" component="section">
      <Title order={2}>
        <Trans>Side by side</Trans>
      </Title>
      <Sheet
        label={t`Side by side`}
        columns={columns}
        rows={showsAll ? revealed.differences : answered}
        keyOf={({ item, wish }) => `${item} ${wish ?? ''}`}
      />
      {silent > 0 && !showsAll && (
        <Button variant="default" size="xs" style={{ alignSelf: 'start' }} onClick={() => setShowsAll(true)}>
          <Plural value={silent} one="Show # question nobody answered" other="Show # questions nobody answered" />
        </Button>
      )}
    </Stack>
  );
}

function useColumns({ questionnaire, partnerName }: QualificationDetail): Column<Difference>[] {
  const { t } = useLingui();
  const language = useLanguage();
  const items = new Map(questionnaire.items.map((item) => [item.key, item]));
  const said = (key: string, answer: Difference['company']) => {
    const item = items.get(key);
    return item === undefined ? '' : answerWords(item, answer)[language];
  };
  return [
    {
      id: 'question',
      header: t`Question`,
      cell: ({ item, wish }) => (
        <>
          {items.get(item)?.text[language]}
          {wish !== null && (
            <Text size="sm" c="dimmed">
              {wish === 'company' ? t`What the company looks for` : t`What the partner looks for`}
            </Text>
          )}
        </>
      ),
    },
    { id: 'company', header: t`Company`, cell: ({ item, company }) => said(item, company) },
    { id: 'partner', header: partnerName, cell: ({ item, partner }) => said(item, partner) },
    {
      id: 'reading',
      header: t`Reading`,
      cell: ({ severity }) => <Status tone={severityTones[severity]}>{t(severityWords[severity])}</Status>,
    },
    { id: 'weight', header: t`Weight`, align: 'end', cell: ({ weight }) => weight },
  ];
}
