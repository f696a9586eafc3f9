import { Button, Group, NumberInput, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { isSamePart } from '@cordee/core/charter';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import type { Version } from './charter.queries.ts';
import { languageWords, sideWords } from './charter-words.ts';
import { useChange, type Change } from './use-change.ts';

interface FrameFormProps {
  readonly charterId: string;
  readonly version: Version;
  readonly onClose: () => void;
}

/** Who the parties are, which language prevails, from when it holds and whether the company may replace it by notice. */
export function FrameForm({ charterId, version, onClose }: FrameFormProps) {
  const { t } = useLingui();
  const { document } = version;
  const [parties, setParties] = useState(document.parties);
  const [prevailing, setPrevailing] = useState(document.prevailing);
  const [startsOn, setStartsOn] = useState(document.startsOn);
  const [replaceDays, setReplaceDays] = useState(document.replaceDays);
  const { change, busy, error } = useChange(charterId, version, onClose);
  const changes = (
    [
      { part: 'parties', after: parties },
      { part: 'prevailing', after: prevailing },
      { part: 'startsOn', after: startsOn },
      { part: 'replaceDays', after: replaceDays },
    ] satisfies Change[]
  ).filter(({ part, after }) => !isSamePart(document[part], after));
  return (
    <SideDrawer title={t`Parties and validity`} onClose={onClose}>
      <Stack>
        <Parties parties={parties} onChange={setParties} />
        <Select
          label={t`Language that prevails`}
          allowDeselect={false}
          value={prevailing}
          onChange={(value) => setPrevailing(value === 'en' ? 'en' : 'fr')}
          data={(['fr', 'en'] as const).map((value) => ({ value, label: t(languageWords[value]) }))}
        />
        <TextInput
          type="date"
          label={t`First day`}
          description={t`Left empty: the day on which the last side signs.`}
          value={startsOn ?? ''}
          onChange={(event) => setStartsOn(event.currentTarget.value === '' ? null : event.currentTarget.value)}
        />
        <NumberInput
          label={t`Days of notice for a replacement`}
          description={t`Left empty: every change needs the agreement of both sides.`}
          min={1}
          max={730}
          allowDecimal={false}
          value={replaceDays ?? ''}
          onChange={(value) => setReplaceDays(typeof value === 'number' ? value : null)}
        />
        {version.state === 'shared' && changes.length > 1 && (
          <Text size="sm" c="dimmed">
            <Trans>Each change becomes a proposal of its own.</Trans>
          </Text>
        )}
        {error !== null && <ProblemNotice error={error} />}
        <Group>
          <Button loading={busy} disabled={changes.length === 0} onClick={() => void change(changes)}>
            {version.state === 'shared' ? t`Propose` : t`Save`}
          </Button>
        </Group>
      </Stack>
    </SideDrawer>
  );
}

type PartiesOf = Version['document']['parties'];

function Parties({ parties, onChange }: { parties: PartiesOf; onChange: (parties: PartiesOf) => void }) {
  const { t } = useLingui();
  const write = (side: 'company' | 'partner', part: 'name' | 'details', value: string) =>
    onChange({ ...parties, [side]: { ...parties[side], [part]: value } });
  return (['company', 'partner'] as const).map((side) => (
    <div key={side}>
      <TextInput
        label={t(sideWords[side])}
        value={parties[side].name}
        onChange={(event) => write(side, 'name', event.currentTarget.value)}
      />
      <Textarea
        label={t`Legal form, registration, seat`}
        value={parties[side].details}
        onChange={(event) => write(side, 'details', event.currentTarget.value)}
      />
    </div>
  ));
}
