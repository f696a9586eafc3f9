import { Select } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { languageWords, sideWords } from '../charter-words.ts';
import type { Version } from '../charter.queries.ts';
import { OptionalCountField, ProseField, TextField } from './fields.tsx';
import { PartDrawer, type EditorProps } from './part-drawer.tsx';

/** Who the parties are, which language prevails, from when it holds and whether the company may replace it by notice. */
export function FrameEditor(props: EditorProps) {
  const { t } = useLingui();
  const { document } = props.version;
  const [parties, setParties] = useState(document.parties);
  const [prevailing, setPrevailing] = useState(document.prevailing);
  const [startsOn, setStartsOn] = useState(document.startsOn);
  const [replaceDays, setReplaceDays] = useState(document.replaceDays);
  return (
    <PartDrawer
      {...props}
      title={t`Parties and validity`}
      help={
        <Trans>Who agrees, which of the two texts decides where they differ, from when it holds, and how it may change.</Trans>
      }
      changes={[
        { part: 'parties', after: parties },
        { part: 'prevailing', after: prevailing },
        { part: 'startsOn', after: startsOn },
        { part: 'replaceDays', after: replaceDays },
      ]}
      articles={['parties', 'rules']}
    >
      <Parties parties={parties} onChange={setParties} />
      <Select
        label={t`Language that prevails`}
        description={t`It decides where the two texts differ.`}
        allowDeselect={false}
        value={prevailing}
        onChange={(value) => setPrevailing(value === 'en' ? 'en' : 'fr')}
        data={(['fr', 'en'] as const).map((value) => ({ value, label: t(languageWords[value]) }))}
      />
      <TextField
        type="date"
        label={t`First day`}
        description={t`Left empty: the day on which the last side signs.`}
        path="startsOn"
        value={startsOn ?? ''}
        onChange={(value) => setStartsOn(value === '' ? null : value)}
      />
      <OptionalCountField
        label={t`Days of notice for a replacement`}
        description={t`Left empty: every change needs the agreement of both sides.`}
        path="replaceDays"
        min={1}
        max={730}
        value={replaceDays}
        onChange={setReplaceDays}
      />
    </PartDrawer>
  );
}

type PartiesOf = Version['document']['parties'];

function Parties({ parties, onChange }: { parties: PartiesOf; onChange: (parties: PartiesOf) => void }) {
  const { t } = useLingui();
  const write = (side: 'company' | 'partner', part: 'name' | 'details', value: string) =>
    onChange({ ...parties, [side]: { ...parties[side], [part]: value } });
  return (['company', 'partner'] as const).map((side) => (
    <div key={side}>
      <TextField
        label={t(sideWords[side])}
        path={`parties.${side}.name`}
        value={parties[side].name}
        onChange={(value) => write(side, 'name', value)}
      />
      <ProseField
        label={t`Legal form, registration, seat`}
        path={`parties.${side}.details`}
        value={parties[side].details}
        onChange={(value) => write(side, 'details', value)}
      />
    </div>
  ));
}
