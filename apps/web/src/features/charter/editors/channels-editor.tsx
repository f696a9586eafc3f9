import { Select, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { cadenceWords } from '../charter-words.ts';
import type { Version } from '../charter.queries.ts';
import { BothField, CountField, OptionalCountField, PeopleField, TextField } from './fields.tsx';
import { PartDrawer, type EditorProps } from './part-drawer.tsx';
import { newKey, RowList } from './row-list.tsx';

type Document = Version['document'];
type Channel = Document['channels'][number];
type Meeting = Document['meetings'][number];

/** By which ways both write to one another, how fast an answer comes, and when they meet. */
export function ChannelsEditor(props: EditorProps) {
  const { t } = useLingui();
  const { document } = props.version;
  const [channels, setChannels] = useState(document.channels);
  const [meetings, setMeetings] = useState(document.meetings);
  return (
    <PartDrawer
      {...props}
      title={t`Channels and meetings`}
      help={<Trans>Where a question goes, within how long it is answered, and how often both sides meet with whom.</Trans>}
      changes={[
        { part: 'channels', after: channels },
        { part: 'meetings', after: meetings },
      ]}
      articles={['channel:', 'meeting:']}
    >
      <Title order={3} size="h5">
        <Trans>Channels</Trans>
      </Title>
      <RowList
        rows={channels}
        onChange={setChannels}
        keyOf={({ key }) => key}
        titleOf={({ use }, index) => use[document.prevailing] || t`Channel ${index + 1}`}
        blank={(): Channel => ({ key: newKey('channel'), use: { fr: '', en: '' }, means: '', answerHours: 48 })}
        add={t`Add a channel`}
        empty={t`No channel yet.`}
        most={50}
      >
        {(row, change, index) => (
          <ChannelFields row={row} before={byKey(document.channels, row.key)} change={change} path={`channels.${index}`} />
        )}
      </RowList>
      <Title order={3} size="h5">
        <Trans>Meetings</Trans>
      </Title>
      <RowList
        rows={meetings}
        onChange={setMeetings}
        keyOf={({ key }) => key}
        titleOf={({ name }, index) => name[document.prevailing] || t`Meeting ${index + 1}`}
        blank={(): Meeting => ({
          key: newKey('meeting'),
          name: { fr: '', en: '' },
          cadence: 'quarterly',
          minutes: 60,
          people: [],
        })}
        add={t`Add a meeting`}
        empty={t`No meeting yet.`}
        most={50}
      >
        {(row, change, index) => (
          <MeetingFields row={row} before={byKey(document.meetings, row.key)} change={change} path={`meetings.${index}`} />
        )}
      </RowList>
    </PartDrawer>
  );
}

function byKey<Row extends { readonly key: string }>(rows: readonly Row[], key: string): Row | undefined {
  return rows.find((row) => row.key === key);
}

interface FieldsProps<Row> {
  readonly row: Row;
  readonly before: Row | undefined;
  readonly path: string;
  readonly change: (part: Partial<Row>) => void;
}

function ChannelFields({ row, before, path, change }: FieldsProps<Channel>) {
  const { t } = useLingui();
  return (
    <>
      <BothField
        label={t`For what`}
        path={`${path}.use`}
        value={row.use}
        before={before?.use}
        onChange={(use) => change({ use })}
      />
      <TextField
        label={t`By which way`}
        description={t`An address, a tool, a telephone number.`}
        path={`${path}.means`}
        value={row.means}
        onChange={(means) => change({ means })}
      />
      <OptionalCountField
        label={t`Answered within hours`}
        description={t`Left empty: nothing is promised.`}
        path={`${path}.answerHours`}
        min={1}
        max={1000}
        value={row.answerHours}
        onChange={(answerHours) => change({ answerHours })}
      />
    </>
  );
}

function MeetingFields({ row, before, path, change }: FieldsProps<Meeting>) {
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
      <Select
        label={t`How often`}
        allowDeselect={false}
        value={row.cadence}
        onChange={(value) => change({ cadence: (value ?? 'quarterly') as Meeting['cadence'] })}
        data={Object.entries(cadenceWords).map(([value, word]) => ({ value, label: t(word) }))}
      />
      <CountField
        label={t`Minutes`}
        path={`${path}.minutes`}
        min={5}
        max={1440}
        value={row.minutes}
        onChange={(minutes) => change({ minutes })}
      />
      <PeopleField label={t`With whom`} path={`${path}.people`} value={row.people} onChange={(people) => change({ people })} />
    </>
  );
}
