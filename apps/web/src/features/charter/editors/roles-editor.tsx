import { Select, Switch, Title } from '@mantine/core';
import type { RoleLine } from '@cordee/core/charter';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { tieWords } from '../charter-words.ts';
import type { Version } from '../charter.queries.ts';
import { useFieldFault } from './field-faults.ts';
import { BothField, PeopleField, PersonField, TextField } from './fields.tsx';
import { PartDrawer, type EditorProps } from './part-drawer.tsx';
import { newKey, RowList } from './row-list.tsx';

type Row = Version['document']['roles'][number];
type Absence = Version['document']['absences'][number] & { readonly id?: string };

/** Who answers for what, who does it, who is asked and told; and who stands in for whom. */
export function RolesEditor(props: EditorProps) {
  const { t } = useLingui();
  const { document } = props.version;
  const [roles, setRoles] = useState(document.roles);
  const [absences, setAbsences] = useState<Absence[]>(() => document.absences.map((one) => ({ ...one, id: newKey('absence') })));
  const told = absences.map(({ person, delegate, from, to }) => ({ person, delegate, from, to }));
  return (
    <PartDrawer
      {...props}
      title={t`Roles and absences`}
      help={
        <Trans>
          For each activity exactly one person is accountable over both companies, so that nobody waits for somebody else. Where
          two decide together, one of each side, say who decides in a tie.
        </Trans>
      }
      changes={[
        { part: 'roles', after: roles },
        { part: 'absences', after: told },
      ]}
      articles={['role:', 'absence:']}
    >
      <Title order={3} size="h5">
        <Trans>Roles</Trans>
      </Title>
      <RowList
        rows={roles}
        onChange={setRoles}
        keyOf={({ key }) => key}
        titleOf={(role, index) => role.activity[document.prevailing] || t`Activity ${index + 1}`}
        blank={blankRole}
        add={t`Add an activity`}
        empty={t`No activity yet: name what has to be done, and who answers for it.`}
        most={100}
      >
        {(role, change, index) => (
          <RoleFields
            role={role}
            change={change}
            path={`roles.${index}`}
            before={document.roles.find(({ key }) => key === role.key)}
          />
        )}
      </RowList>
      <Title order={3} size="h5">
        <Trans>Absences</Trans>
      </Title>
      <RowList
        rows={absences}
        onChange={setAbsences}
        keyOf={({ id }) => id ?? ''}
        titleOf={({ person }, index) => document.people.find(({ key }) => key === person)?.name ?? t`Absence ${index + 1}`}
        blank={() => ({ id: newKey('absence'), person: '', delegate: '', from: '', to: '' })}
        add={t`Add an absence`}
        empty={t`Nobody is away.`}
        most={100}
      >
        {(absence, change, index) => <AbsenceFields absence={absence} change={change} path={`absences.${index}`} />}
      </RowList>
    </PartDrawer>
  );
}

function blankRole(): Row {
  return {
    key: newKey('role'),
    activity: { fr: '', en: '' },
    accountable: [],
    tieRule: null,
    responsible: [],
    consulted: [],
    informed: [],
  };
}

interface RoleFieldsProps {
  readonly role: Row;
  readonly before: Row | undefined;
  readonly path: string;
  readonly change: (part: Partial<Row>) => void;
}

function RoleFields({ role, before, path, change }: RoleFieldsProps) {
  const { t } = useLingui();
  return (
    <>
      <BothField
        label={t`Activity`}
        path={`${path}.activity`}
        value={role.activity}
        before={before?.activity}
        onChange={(activity) => change({ activity })}
      />
      <Accountable role={role} path={path} change={change} />
      <PeopleField
        label={t`Responsible: who does it`}
        path={`${path}.responsible`}
        value={role.responsible}
        onChange={(responsible) => change({ responsible })}
      />
      <PeopleField
        label={t`Consulted: asked before`}
        path={`${path}.consulted`}
        value={role.consulted}
        onChange={(consulted) => change({ consulted })}
      />
      <PeopleField
        label={t`Informed: told after`}
        path={`${path}.informed`}
        value={role.informed}
        onChange={(informed) => change({ informed })}
      />
    </>
  );
}

/** Exactly one, or two who decide together: then one of each side, and who decides in a tie. */
function Accountable({ role, path, change }: Omit<RoleFieldsProps, 'before'>) {
  const { t } = useLingui();
  const tie = useFieldFault(`${path}.tieRule`);
  const [first = '', second = ''] = role.accountable;
  const isShared = role.tieRule !== null;
  const pair = (one: string, other: string) => change({ accountable: [one, other].filter((key) => key !== '') });
  return (
    <>
      <Switch
        label={t`Two decide together`}
        checked={isShared}
        onChange={(event) =>
          change(
            event.currentTarget.checked ? { tieRule: 'escalate' } : { tieRule: null, accountable: first === '' ? [] : [first] },
          )
        }
      />
      <PersonField
        label={isShared ? t`Accountable, of one side` : t`Accountable: who answers for it`}
        path={`${path}.accountable`}
        value={first}
        onChange={(key) => pair(key, isShared ? second : '')}
      />
      {isShared && (
        <>
          <PersonField
            label={t`Accountable, of the other side`}
            path={`${path}.accountable`}
            value={second}
            not={first}
            onChange={(key) => pair(first, key)}
          />
          <Select
            label={t`In a tie`}
            error={tie}
            allowDeselect={false}
            value={role.tieRule}
            onChange={(value) => change({ tieRule: (value ?? 'escalate') as NonNullable<RoleLine['tieRule']> })}
            data={Object.entries(tieWords).map(([value, word]) => ({ value, label: t(word) }))}
          />
        </>
      )}
    </>
  );
}

interface AbsenceFieldsProps {
  readonly absence: Absence;
  readonly path: string;
  readonly change: (part: Partial<Absence>) => void;
}

function AbsenceFields({ absence, path, change }: AbsenceFieldsProps) {
  const { t } = useLingui();
  return (
    <>
      <PersonField
        label={t`Who is away`}
        path={`${path}.person`}
        value={absence.person}
        onChange={(person) => change({ person })}
      />
      <PersonField
        label={t`Who stands in`}
        description={t`Somebody else of the same side.`}
        path={`${path}.delegate`}
        value={absence.delegate}
        not={absence.person}
        onChange={(delegate) => change({ delegate })}
      />
      <TextField
        type="date"
        label={t`First day away`}
        path={`${path}.from`}
        value={absence.from}
        onChange={(from) => change({ from })}
      />
      <TextField type="date" label={t`First day back`} path={`${path}.to`} value={absence.to} onChange={(to) => change({ to })} />
    </>
  );
}
