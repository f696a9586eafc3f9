import { Badge, Button, Group, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useActions } from '../../lib/actions.ts';
import type { AnswerOf } from '../../lib/api/call.ts';
import { Instant } from '../../ui/values.tsx';
import { mayManage } from './may-manage.ts';
import { stageWords } from './stage-words.ts';

const ChangeStage = lazy(async () => ({ default: (await import('./change-stage.tsx')).ChangeStage }));
const ChangeTags = lazy(async () => ({ default: (await import('./change-tags.tsx')).ChangeTags }));

/** Where the partnership stands, and the company's own words on it; changed here by those who may. */
export function PartnerStanding({ partner }: { partner: AnswerOf<'getPartner'> }) {
  const { t } = useLingui();
  const [changing, setChanging] = useState<'stage' | 'tags' | null>(null);
  const { stage, stageSince, tags } = partner;
  const may = mayManage() && partner.archivedAt === null;
  useActions(
    useMemo(
      () =>
        may
          ? [
              { id: 'change-stage', label: t`Change the stage`, run: () => setChanging('stage') },
              { id: 'change-tags', label: t`Change the tags`, run: () => setChanging('tags') },
            ]
          : [],
      [may, t],
    ),
  );
  return (
    <Group gap="xs" mt={4}>
      {stage !== null && (
        <Text component="span" size="sm" c="var(--mantine-color-text)">
          <Text component="span" inherit fw={600}>
            {t(stageWords[stage])}
          </Text>
          {stageSince !== null && (
            <>
              {' '}
              <Trans>
                since <Instant at={stageSince} show="day" />
              </Trans>
            </>
          )}
        </Text>
      )}
      {may && <Button size="compact-xs" variant="default" onClick={() => setChanging('stage')}>{t`Change the stage`}</Button>}
      {tags.map((tag) => (
        <Badge key={tag} variant="default" tt="none" fw={500}>
          {tag}
        </Badge>
      ))}
      {may && (
        <Button size="compact-xs" variant="default" onClick={() => setChanging('tags')}>
          {tags.length === 0 ? t`Add tags` : t`Change the tags`}
        </Button>
      )}
      <Suspense>
        {changing === 'stage' && <ChangeStage partner={partner} onClose={() => setChanging(null)} />}
        {changing === 'tags' && <ChangeTags partner={partner} onClose={() => setChanging(null)} />}
      </Suspense>
    </Group>
  );
}
