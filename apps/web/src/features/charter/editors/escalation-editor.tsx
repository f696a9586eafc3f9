import { Alert, Group, List, Select, Switch, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { costWords } from '../charter-words.ts';
import type { Version } from '../charter.queries.ts';
import { useFieldFault } from './field-faults.ts';
import { BothField, CountField, PeopleField } from './fields.tsx';
import { PartDrawer, type EditorProps } from './part-drawer.tsx';
import { newKey, RowList } from './row-list.tsx';

type Document = Version['document'];
type Step = Document['escalation'][number];
type Mediation = NonNullable<Document['mediation']>;

/** Where a disagreement goes, step by step, and the mediation before a court. */
export function EscalationEditor(props: EditorProps) {
  const { t } = useLingui();
  const { document } = props.version;
  const [escalation, setEscalation] = useState(document.escalation);
  const [mediation, setMediation] = useState(document.mediation);
  return (
    <PartDrawer
      {...props}
      title={t`Escalation and mediation`}
      help={
        <Trans>
          A disagreement goes up step by step: when the business days of a step are over, it goes to the next by itself. The last
          step is a mediation, before anybody goes to court. This is not legal advice.
        </Trans>
      }
      changes={[
        { part: 'escalation', after: escalation },
        { part: 'mediation', after: mediation },
      ]}
      articles={['escalation:', 'mediation']}
    >
      <Title order={3} size="h5">
        <Trans context="ladder">Steps</Trans>
      </Title>
      <RowList
        ordered
        rows={escalation}
        onChange={setEscalation}
        keyOf={({ key }) => key}
        titleOf={({ level }, index) => `${index + 1}. ${level[document.prevailing]}`}
        blank={(): Step => ({ key: newKey('step'), level: { fr: '', en: '' }, people: [], businessDays: 5 })}
        add={t`Add a step`}
        empty={t`Without steps a disagreement has nowhere to go.`}
        most={20}
      >
        {(row, change, index) => (
          <StepFields
            row={row}
            before={document.escalation.find(({ key }) => key === row.key)}
            change={change}
            path={`escalation.${index}`}
          />
        )}
      </RowList>
      <Title order={3} size="h5">
        <Trans>Mediation</Trans>
      </Title>
      <Switch
        label={t`A mediation comes before any court`}
        checked={mediation !== null}
        onChange={(event) => setMediation(event.currentTarget.checked ? (document.mediation ?? blankMediation()) : null)}
      />
      {mediation !== null && <MediationFields mediation={mediation} before={document.mediation} onChange={setMediation} />}
    </PartDrawer>
  );
}

function blankMediation(): Mediation {
  const nothing = { fr: '', en: '' };
  return { appointedBy: nothing, appointDays: 15, mostDays: 60, costs: 'equal', over: nothing };
}

interface StepFieldsProps {
  readonly row: Step;
  readonly before: Step | undefined;
  readonly path: string;
  readonly change: (part: Partial<Step>) => void;
}

function StepFields({ row, before, path, change }: StepFieldsProps) {
  const { t } = useLingui();
  return (
    <>
      <BothField
        label={t`Level`}
        path={`${path}.level`}
        value={row.level}
        before={before?.level}
        onChange={(level) => change({ level })}
      />
      <PeopleField
        label={t`Who settles it`}
        path={`${path}.people`}
        value={row.people}
        onChange={(people) => change({ people })}
      />
      <CountField
        label={t`Business days`}
        path={`${path}.businessDays`}
        min={1}
        max={250}
        value={row.businessDays}
        onChange={(businessDays) => change({ businessDays })}
      />
    </>
  );
}

interface MediationFieldsProps {
  readonly mediation: Mediation;
  readonly before: Mediation | null;
  readonly onChange: (mediation: Mediation) => void;
}

function MediationFields({ mediation, before, onChange }: MediationFieldsProps) {
  const { t } = useLingui();
  const lacking = useLacking(mediation);
  const fault = useFieldFault('mediation');
  const change = (part: Partial<Mediation>) => onChange({ ...mediation, ...part });
  return (
    <>
      {lacking.length > 0 && (
        <Alert color={fault === undefined ? 'yellow' : 'red'} variant="outline" role="note" title={t`A court would miss`}>
          <List size="sm">
            {lacking.map((what) => (
              <List.Item key={what}>{what}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      <BothField
        long
        label={t`Who appoints the mediator`}
        path="mediation.appointedBy"
        value={mediation.appointedBy}
        before={before?.appointedBy}
        onChange={(appointedBy) => change({ appointedBy })}
      />
      <Group align="flex-start">
        <CountField
          label={t`Days to appoint`}
          path="mediation.appointDays"
          max={365}
          value={mediation.appointDays}
          onChange={(value) => change({ appointDays: value })}
        />
        <CountField
          label={t`Days at most`}
          path="mediation.mostDays"
          max={730}
          value={mediation.mostDays}
          onChange={(value) => change({ mostDays: value })}
        />
      </Group>
      <Select
        label={t`Costs`}
        allowDeselect={false}
        value={mediation.costs}
        onChange={(value) => change({ costs: (value ?? 'equal') as Mediation['costs'] })}
        data={Object.entries(costWords).map(([value, word]) => ({ value, label: t(word) }))}
      />
      <BothField
        long
        label={t`When it is over`}
        path="mediation.over"
        value={mediation.over}
        before={before?.over}
        onChange={(over) => change({ over })}
      />
    </>
  );
}

/** What a mediation clause must say for a court to make the parties go through it first. */
function useLacking({ appointedBy, over, appointDays, mostDays }: Mediation): string[] {
  const { t } = useLingui();
  const isSaid = ({ fr, en }: Mediation['over']) => fr.trim() !== '' && en.trim() !== '';
  return [
    ...(isSaid(appointedBy) ? [] : [t`who appoints the mediator, in both languages`]),
    ...(appointDays >= 1 ? [] : [t`within how many days`]),
    ...(mostDays >= Math.max(1, appointDays) ? [] : [t`how long it lasts at most, appointment included`]),
    ...(isSaid(over) ? [] : [t`when it is over, in both languages`]),
  ];
}
