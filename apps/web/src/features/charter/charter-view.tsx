import { Group, Select, Skeleton, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { CsvButton } from '../../ui/csv-button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Status } from '../../ui/status.tsx';
import { LocalDate } from '../../ui/values.tsx';
import { CharterHistory } from './charter-history.tsx';
import { charterQuery, versionQuery, type Charter, type Side, type Version } from './charter.queries.ts';
import { CharterSigning } from './charter-signing.tsx';
import { CharterSteps } from './charter-steps.tsx';
import { CharterText } from './charter-text.tsx';
import { editorWords, kindWords, stateTones, stateWords, versionWords, type EditedPart } from './charter-words.ts';
import type { Opened } from './opened.ts';
import { Proposals } from './proposals.tsx';
import { VersionNotices } from './version-notices.tsx';

const ClauseEditor = lazy(async () => ({ default: (await import('./editors/clause-editor.tsx')).ClauseEditor }));
const PartEditor = lazy(async () => ({ default: (await import('./editors/part-editors.tsx')).PartEditor }));
const AddClause = lazy(async () => ({ default: (await import('./add-clause.tsx')).AddClause }));
const FrameEditor = lazy(async () => ({ default: (await import('./editors/frame-editor.tsx')).FrameEditor }));
const TakePlan = lazy(async () => ({ default: (await import('./take-plan.tsx')).TakePlan }));

interface CharterViewProps {
  readonly id: string;
  readonly side: Side;
  readonly mayWrite: boolean;
}

/** A charter as both sides work on it: where it stands, what can be done, its text, what differs and all that was said. */
export function CharterView({ id, side, mayWrite }: CharterViewProps) {
  const { data: charter, error, refetch } = useQuery(charterQuery(id));
  const [chosen, setChosen] = useState<number | null>(null);
  const number = chosen ?? charter?.draft ?? charter?.inForce ?? charter?.versions.at(-1)?.number ?? 1;
  const { data: version, error: unread } = useQuery({ ...versionQuery(id, number), enabled: charter !== undefined });
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (charter === undefined) return <Skeleton h={300} />;
  return (
    <Stack gap="lg">
      <Standing charter={charter} number={number} onChoose={setChosen} />
      {unread !== null && <ProblemNotice error={unread} />}
      {version === undefined && unread === null && <Skeleton h={300} />}
      {version !== undefined && (
        <Sheet
          key={`${version.number} ${version.revision}`}
          charter={charter}
          version={version}
          side={side}
          mayWrite={mayWrite}
        />
      )}
      <CharterHistory charter={charter} mayWrite={mayWrite} />
    </Stack>
  );
}

function Standing({ charter, number, onChoose }: { charter: Charter; number: number; onChoose: (number: number) => void }) {
  const { t } = useLingui();
  const version = charter.versions.find((one) => one.number === number);
  return (
    <Group justify="space-between" align="flex-end">
      <div>
        <Group gap="md">
          <Status tone={stateTones[charter.state]}>{t(stateWords[charter.state])}</Status>
          <Text size="sm">{t(kindWords[charter.kind])}</Text>
          {charter.state === 'in_force' && version !== undefined && version.state !== 'signed' && (
            <Text size="sm">{t`Version ${number}: ${t(versionWords[version.state])}`}</Text>
          )}
          {charter.endsOn !== null && (
            <Text size="sm">
              <Trans>
                Ends on <LocalDate date={charter.endsOn} />
              </Trans>
            </Text>
          )}
        </Group>
        {version?.holdsFrom !== null && version?.holdsFrom !== undefined && (
          <Text size="sm" c="dimmed">
            <Trans>
              Version {number} holds from <LocalDate date={version.holdsFrom} />.
            </Trans>
          </Text>
        )}
      </div>
      <Group gap="xs">
        <Select
          size="xs"
          w={260}
          aria-label={t`Version`}
          allowDeselect={false}
          value={String(number)}
          onChange={(value) => onChoose(Number(value))}
          data={charter.versions.map((one) => ({
            value: String(one.number),
            label: t`Version ${one.number} · ${t(versionWords[one.state])}`,
          }))}
        />
        <CsvButton
          route="getCharterPaper"
          input={{ params: { id: charter.id, number } }}
          name={`charter-v${number}.pdf`}
          type="application/pdf"
        >
          <Trans>PDF</Trans>
        </CsvButton>
      </Group>
    </Group>
  );
}

interface SheetProps extends Omit<CharterViewProps, 'id'> {
  readonly charter: Charter;
  readonly version: Version;
}

function Sheet({ charter, version, side, mayWrite }: SheetProps) {
  const [open, setOpen] = useState<Opened | null>(null);
  const close = () => setOpen(null);
  const isOwn = version.state === 'own' && version.by === side;
  const mayChange = mayWrite && (isOwn || version.state === 'shared');
  const common = { charterId: charter.id, version, inForce: charter.inForce, onClose: close };
  return (
    <>
      {mayWrite && <CharterSteps charter={charter} version={version} side={side} mayChange={mayChange} onOpen={setOpen} />}
      <CharterSigning charter={charter} version={version} side={side} mayWrite={mayWrite} />
      <VersionNotices charter={charter} version={version} onOpen={mayChange ? setOpen : undefined} />
      <Proposals charter={charter} side={side} mayWrite={mayWrite && version.state === 'shared'} version={version.number} />
      <CharterText version={version} onOpen={mayChange ? setOpen : undefined} />
      <Suspense>
        {open?.is === 'clause' && <ClauseEditor {...common} clause={open.clause} isNew={open.isNew} />}
        {open?.is === 'library' && (
          <AddClause
            kind={charter.kind}
            document={version.document}
            onChoose={(clause) => setOpen({ is: 'clause', clause, isNew: true })}
            onClose={close}
          />
        )}
        {open?.is === 'frame' && <FrameEditor {...common} />}
        {open?.is === 'plan' && <TakePlan {...common} partnerId={charter.partnerId} />}
        {open !== null && isEdited(open.is) && <PartEditor {...common} part={open.is} />}
      </Suspense>
    </>
  );
}

function isEdited(part: Opened['is']): part is EditedPart {
  return part in editorWords;
}
