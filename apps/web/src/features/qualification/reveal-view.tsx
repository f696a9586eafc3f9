import { Badge, Code, Group, Stack, Table, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useLanguage } from '../../lib/use-language.ts';
import { Status } from '../../ui/status.tsx';
import { clauseWords, dimensionWords, severityTones, severityWords } from './qualification-words.ts';
import { SideBySide } from './side-by-side.tsx';
import type { QualificationDetail, Revealed } from './qualification.queries.ts';

/** Both sides beside each other: the score with its terms, what to talk about, what could be written down, every answer. */
export function RevealView({ detail, revealed }: { detail: QualificationDetail; revealed: Revealed }) {
  return (
    <Stack gap="xl">
      <Scores revealed={revealed} />
      <Agenda revealed={revealed} />
      <SideBySide detail={detail} revealed={revealed} />
      <Seals detail={detail} revealed={revealed} />
    </Stack>
  );
}

type Score = Revealed['score'];

/** 7 250 → “73%”; an interval while answers are missing. */
function useShare() {
  const { i18n } = useLingui();
  const percent = (value: number) => i18n.number(value / 10_000, { style: 'percent', maximumFractionDigits: 0 });
  return (score: Score) => {
    if (score === null) return '–';
    const [worst, best] = [percent(score.worst), percent(score.best)];
    return worst === best ? worst : `${worst} – ${best}`;
  };
}

function Scores({ revealed: { score, dimensions } }: { revealed: Revealed }) {
  const { t } = useLingui();
  const share = useShare();
  return (
    <Stack gap="xs" component="section">
      <Title order={2}>
        <Trans>Agreement: {share(score)}</Trans>
      </Title>
      <Text c="dimmed" size="sm">
        {score === null ? null : (
          <Trans>
            The sum of weight × value over the sum of weights, of {score.terms} comparisons of which {score.known} are known. What
            is not known makes it a range. It decides nothing.
          </Trans>
        )}
      </Text>
      <Table maw={620}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t`Dimension`}</Table.Th>
            <Table.Th ta="end">{t`Weight`}</Table.Th>
            <Table.Th ta="end">{t`Agreement`}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {dimensions.map((one) => (
            <Table.Tr key={one.dimension}>
              <Table.Td>{t(dimensionWords[one.dimension])}</Table.Td>
              <Table.Td ta="end">{one.weight}</Table.Td>
              <Table.Td ta="end">{share(one.score)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}

function Clauses({ clauses }: { clauses: readonly Revealed['clauses'][number][] }) {
  const { t } = useLingui();
  return (
    <Group gap={6}>
      {clauses.map((clause) => (
        <Badge key={clause} variant="outline" tt="none" fw={500}>
          {t(clauseWords[clause])}
        </Badge>
      ))}
    </Group>
  );
}

function Agenda({ revealed: { agenda, clauses } }: { revealed: Revealed }) {
  const { t } = useLingui();
  const language = useLanguage();
  const minutes = agenda.reduce((sum, point) => sum + point.minutes, 0);
  return (
    <Stack gap="md" component="section">
      <Title order={2}>
        <Trans>What to talk about</Trans>
      </Title>
      {agenda.length === 0 && (
        <Text>
          <Trans>Nothing is left to settle: both say the same.</Trans>
        </Text>
      )}
      {agenda.length > 0 && (
        <Text c="dimmed" size="sm">
          <Trans>About {minutes} minutes, the most pressing first.</Trans>
        </Text>
      )}
      {agenda.map((point) => (
        <Stack key={`${point.dimension} ${point.severity}`} gap={4}>
          <Group gap="sm">
            <Text fw={600}>{t(dimensionWords[point.dimension])}</Text>
            <Status tone={severityTones[point.severity]}>{t(severityWords[point.severity])}</Status>
            <Text span size="sm" c="dimmed">
              <Trans>{point.minutes} min</Trans>
            </Text>
          </Group>
          <Text>{point.text[language]}</Text>
          <Clauses clauses={point.clauses} />
        </Stack>
      ))}
      {clauses.length > 0 && (
        <Stack gap={4}>
          <Text fw={600}>
            <Trans>Clauses worth writing</Trans>
          </Text>
          <Clauses clauses={clauses} />
        </Stack>
      )}
    </Stack>
  );
}

function Seals({ detail, revealed }: { detail: QualificationDetail; revealed: Revealed }) {
  const { t } = useLingui();
  return (
    <Stack gap={6} component="section">
      <Title order={2}>
        <Trans>Seals</Trans>
      </Title>
      <Text c="dimmed" size="sm">
        <Trans>
          Each is the SHA-256 of the answers and of a secret number, made before the other side could be read. Anybody can compute
          it again.
        </Trans>
      </Text>
      {(['company', 'partner'] as const).map((side) => (
        <Text key={side} size="sm" style={{ overflowWrap: 'anywhere' }}>
          {side === 'company' ? t`Company` : detail.partnerName}: <Code>{detail.sides[side].seal}</Code> · <Trans>number</Trans>{' '}
          <Code>{revealed.nonces[side]}</Code>
        </Text>
      ))}
    </Stack>
  );
}
