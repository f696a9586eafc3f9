import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Status } from '../../ui/status.tsx';
import { Instant } from '../../ui/values.tsx';
import type { Move, Partnership, Stage } from './partnership.queries.ts';
import { gateTones, gateWords, stageOrder, stageWords } from './partnership-words.ts';
import classes from './stage-rail.module.css';

interface StageRailProps {
  readonly partnership: Partnership;
  /** null for those who may only look. */
  readonly onMove: ((to: Stage) => void) | null;
}

/** Where a partnership stands, where it may go, and what each move asks. */
export function StageRail({ partnership: { stage, since, moves }, onMove }: StageRailProps) {
  const { t } = useLingui();
  return (
    <Stack gap="sm">
      <ol className={classes['rail']} aria-label={t`Stages`}>
        {stageOrder.map((each) => (
          <li key={each} className={classes['stage']} {...(each === stage ? { 'aria-current': 'step' as const } : {})}>
            {t(stageWords[each])}
          </li>
        ))}
      </ol>
      {since !== null && (
        <Text size="sm" c="dimmed">
          <Trans>
            At this stage since <Instant at={since} show="day" />
          </Trans>
        </Text>
      )}
      {moves.map((move) => (
        <MoveCard key={move.to} move={move} onMove={onMove} />
      ))}
    </Stack>
  );
}

function MoveCard({ move: { to, gates, isFree }, onMove }: { move: Move; onMove: StageRailProps['onMove'] }) {
  const { t } = useLingui();
  const word = t(stageWords[to]);
  return (
    <Paper withBorder p="sm" radius="md">
      <Group justify="space-between" gap="xs">
        <Title order={3} size="h4">
          <Trans>To “{word}”</Trans>
        </Title>
        {onMove !== null && (
          <Button
            size="xs"
            variant={isFree ? 'filled' : 'default'}
            aria-label={isFree ? t`Move on to “${word}”` : t`Waive and move to “${word}”`}
            onClick={() => onMove(to)}
          >
            {isFree ? t`Move on` : t`Waive and move`}
          </Button>
        )}
      </Group>
      {gates.length === 0 ? (
        <Text size="sm" c="dimmed">
          <Trans>This move asks nothing.</Trans>
        </Text>
      ) : (
        <ul className={classes['gates']} aria-label={t`What it asks`}>
          {gates.map(({ code, text, state }) => (
            <li key={code}>
              <Status tone={gateTones[state]}>{t(gateWords[state])}</Status>
              <span>{text}</span>
            </li>
          ))}
        </ul>
      )}
    </Paper>
  );
}
