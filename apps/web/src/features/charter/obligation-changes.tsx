import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Status } from '../../ui/status.tsx';
import { LocalDate } from '../../ui/values.tsx';
import type { Version } from './charter.queries.ts';
import { sideWords } from './charter-words.ts';

type Changes = NonNullable<Version['obligations']>;
type Line = Changes['added'][number] & { readonly what: 'added' | 'gone' | 'moved'; readonly before: string | null };

const FEW = 6;

const whatWords: Readonly<Record<Line['what'], MessageDescriptor>> = {
  added: msg`Comes`,
  gone: msg`Goes`,
  moved: msg`Moves`,
};
const tones = { added: 'good', gone: 'calm', moved: 'wait' } as const;

interface ObligationChangesProps {
  readonly changes: Changes;
  /** Nothing held before: everything comes. */
  readonly isFirst: boolean;
  readonly state: Version['state'];
}

/** What a version would change in what both sides owe, by day, from today on if it held: the nearest first, all of them when asked. */
export function ObligationChanges({ changes, isFirst, state }: ObligationChangesProps) {
  const { t } = useLingui();
  const [all, setAll] = useState(false);
  const lines = linesOf(changes);
  if (lines.length === 0 && isFirst) return null;
  const shown = all ? lines : lines.slice(0, FEW);
  const left = lines.length - shown.length;
  return (
    <section>
      <Title order={2} size="h4" mb={4}>
        {isFirst ? <Trans>What falls due by it</Trans> : <Trans>What it changes in the obligations</Trans>}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        <ObligationCounts changes={changes} />{' '}
        {state === 'announced' || state === 'signed' ? (
          <Trans>From its first day on; what was due before stays as it is.</Trans>
        ) : (
          <Trans>If it held from today on; what was due before stays as it is.</Trans>
        )}
      </Text>
      <Stack component="ul" gap={6} m={0} p={0} style={{ listStyle: 'none' }}>
        {shown.map(({ key, dueOn, title, owner, what, before }) => (
          <Group key={`${what} ${key} ${dueOn}`} component="li" gap="sm" align="baseline">
            {!isFirst && (
              <div style={{ width: 84, flexShrink: 0 }}>
                <Status tone={tones[what]}>{t(whatWords[what])}</Status>
              </div>
            )}
            <Text size="sm" style={{ flexShrink: 0, width: 150, fontVariantNumeric: 'tabular-nums' }}>
              <LocalDate date={dueOn} />
            </Text>
            <Text size="sm" style={{ flex: '1 1 180px' }}>
              {title} · {owner === 'both' ? t`Both` : t(sideWords[owner])}
              {before !== null && <Before date={before} />}
            </Text>
          </Group>
        ))}
      </Stack>
      {left > 0 && (
        <Button size="compact-sm" variant="subtle" mt={6} ml={-8} onClick={() => setAll(true)}>
          <Plural value={left} one="# more" other="# more" />
        </Button>
      )}
    </section>
  );
}

function Before({ date }: { date: string }): ReactNode {
  return (
    <Text span c="dimmed">
      {' '}
      <Trans>
        (was <LocalDate date={date} />)
      </Trans>
    </Text>
  );
}

/** In one sentence: how many come, go and move. */
export function ObligationCounts({ changes: { added, gone, moved } }: { changes: Changes }) {
  if (added.length + gone.length + moved.length === 0) return <Trans>The obligations stay as they are.</Trans>;
  return (
    <>
      <Plural value={added.length} _0="Nothing comes," one="# obligation comes," other="# obligations come," />{' '}
      <Plural value={gone.length} _0="none goes," one="# goes," other="# go," />{' '}
      <Plural value={moved.length} _0="none moves." one="# moves." other="# move." />
    </>
  );
}

function linesOf({ added, gone, moved }: Changes): Line[] {
  return [
    ...added.map((one) => ({ ...one, what: 'added' as const, before: null })),
    ...gone.map((one) => ({ ...one, what: 'gone' as const, before: null })),
    ...moved.map((one) => ({ ...one, what: 'moved' as const })),
  ].toSorted((left, right) => (left.dueOn < right.dueOn ? -1 : left.dueOn > right.dueOn ? 1 : 0));
}
