import { Group, Select } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { cadenceWords } from '../charter-words.ts';
import type { Version } from '../charter.queries.ts';
import { BothField, PersonField, TextField } from './fields.tsx';
import { PartDrawer, type EditorProps } from './part-drawer.tsx';
import { newKey, RowList } from './row-list.tsx';

type Objective = Version['document']['objectives'][number];

/** Targets with the definition of what is measured: both sign it, so that nobody argues about a figure later. */
export function ObjectivesEditor(props: EditorProps) {
  const { t } = useLingui();
  const { document } = props.version;
  const [objectives, setObjectives] = useState(document.objectives);
  return (
    <PartDrawer
      {...props}
      title={t`Objectives and indicators`}
      help={
        <Trans>
          An objective is a figure, the day by which it is reached, and how it is computed and from which source. This definition
          is part of what both sign. One person of each side answers for it.
        </Trans>
      }
      changes={[{ part: 'objectives', after: objectives }]}
      articles={['objective:']}
    >
      <RowList
        rows={objectives}
        onChange={setObjectives}
        keyOf={({ key }) => key}
        titleOf={({ name }, index) => name[document.prevailing] || t`Objective ${index + 1}`}
        blank={blank}
        add={t`Add an objective`}
        empty={t`No objective yet. Two or three that both can influence are better than ten.`}
        most={100}
      >
        {(row, change, index) => (
          <ObjectiveFields
            row={row}
            before={document.objectives.find(({ key }) => key === row.key)}
            change={change}
            path={`objectives.${index}`}
          />
        )}
      </RowList>
    </PartDrawer>
  );
}

function blank(): Objective {
  const nothing = { fr: '', en: '' };
  return {
    key: newKey('objective'),
    name: nothing,
    formula: nothing,
    unit: '',
    direction: 'up',
    source: nothing,
    frequency: 'monthly',
    baseline: null,
    target: '',
    by: '',
    owners: { company: '', partner: '' },
  };
}

interface ObjectiveFieldsProps {
  readonly row: Objective;
  readonly before: Objective | undefined;
  readonly path: string;
  readonly change: (part: Partial<Objective>) => void;
}

function ObjectiveFields({ row, before, path, change }: ObjectiveFieldsProps) {
  const { t } = useLingui();
  return (
    <>
      <BothField
        label={t`Name`}
        path={`${path}.name`}
        value={row.name}
        before={before?.name}
        onChange={(name) => change({ name })}
      />
      <Aim row={row} path={path} change={change} />
      <BothField
        long
        label={t`How it is computed`}
        description={t`What counts and what does not: cancelled sales, taxes, periods.`}
        path={`${path}.formula`}
        value={row.formula}
        before={before?.formula}
        onChange={(formula) => change({ formula })}
      />
      <BothField
        label={t`Source`}
        path={`${path}.source`}
        value={row.source}
        before={before?.source}
        onChange={(source) => change({ source })}
      />
      <Select
        label={t`Read how often`}
        allowDeselect={false}
        value={row.frequency}
        onChange={(value) => change({ frequency: (value ?? 'monthly') as Objective['frequency'] })}
        data={Object.entries(cadenceWords).map(([value, word]) => ({ value, label: t(word) }))}
      />
      {(['company', 'partner'] as const).map((side) => (
        <PersonField
          key={side}
          side={side}
          label={side === 'company' ? t`Who answers for it at the company` : t`Who answers for it at the partner`}
          path={`${path}.owners.${side}`}
          value={row.owners[side]}
          onChange={(key) => change({ owners: { ...row.owners, [side]: key } })}
        />
      ))}
    </>
  );
}

/** The figure, from where to where, by when. */
function Aim({ row, path, change }: Omit<ObjectiveFieldsProps, 'before'>) {
  const { t } = useLingui();
  return (
    <Group align="flex-start" gap="xs">
      <Select
        label={t`Target`}
        w={140}
        allowDeselect={false}
        value={row.direction}
        onChange={(value) => change({ direction: value === 'down' ? 'down' : 'up' })}
        data={[
          { value: 'up', label: t`at least` },
          { value: 'down', label: t`at most` },
        ]}
      />
      <TextField
        label={t`Figure`}
        w={120}
        inputMode="decimal"
        placeholder="12.5"
        path={`${path}.target`}
        value={row.target}
        onChange={(target) => change({ target: pointed(target) })}
      />
      <TextField
        label={t`Unit`}
        w={140}
        placeholder={t`sales`}
        path={`${path}.unit`}
        value={row.unit}
        onChange={(unit) => change({ unit })}
      />
      <TextField
        label={t`Today`}
        w={120}
        inputMode="decimal"
        path={`${path}.baseline`}
        value={row.baseline ?? ''}
        onChange={(baseline) => change({ baseline: baseline.trim() === '' ? null : pointed(baseline) })}
      />
      <TextField type="date" label={t`Reached by`} path={`${path}.by`} value={row.by} onChange={(by) => change({ by })} />
    </Group>
  );
}

/** As people write figures: with a comma, and spaces between thousands. */
function pointed(text: string): string {
  return text.replaceAll(/[\s\u00a0\u202f]/gu, '').replace(',', '.');
}
