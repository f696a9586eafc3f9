import { Select } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { sideWords } from '../charter-words.ts';
import { TextField } from './fields.tsx';
import { PartDrawer, type EditorProps } from './part-drawer.tsx';
import { newKey, RowList } from './row-list.tsx';

/** Who works on it, on either side: all other parts name these people. */
export function PeopleEditor(props: EditorProps) {
  const { t } = useLingui();
  const [people, setPeople] = useState(props.version.document.people);
  return (
    <PartDrawer
      {...props}
      title={t`People`}
      help={
        <Trans>
          Everybody the charter names, with what they do. Both sides need somebody. Whoever is taken away must be replaced where
          they are named: in roles, meetings and steps.
        </Trans>
      }
      changes={[{ part: 'people', after: people }]}
      articles={['people']}
    >
      <RowList
        rows={people}
        onChange={setPeople}
        keyOf={({ key }) => key}
        titleOf={({ name }, index) => (name === '' ? t`Person ${index + 1}` : name)}
        blank={() => ({ key: newKey('person'), side: 'company' as const, name: '', title: '' })}
        add={t`Add a person`}
        empty={t`Nobody yet: add at least one person of each side.`}
        most={100}
      >
        {({ side, name, title }, change, index) => (
          <>
            <TextField label={t`Name`} path={`people.${index}.name`} value={name} onChange={(value) => change({ name: value })} />
            <TextField
              label={t`What they do`}
              path={`people.${index}.title`}
              placeholder={t`Head of partnerships`}
              value={title}
              onChange={(value) => change({ title: value })}
            />
            <Select
              label={t`Side`}
              allowDeselect={false}
              value={side}
              onChange={(value) => change({ side: value === 'partner' ? 'partner' : 'company' })}
              data={(['company', 'partner'] as const).map((value) => ({ value, label: t(sideWords[value]) }))}
            />
          </>
        )}
      </RowList>
    </PartDrawer>
  );
}
