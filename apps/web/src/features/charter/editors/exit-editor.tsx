import { Alert, Group, List } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { BothField, CountField } from './fields.tsx';
import { PartDrawer, type EditorProps } from './part-drawer.tsx';

/** What happens when it ends, agreed while both still get along. */
export function ExitEditor(props: EditorProps) {
  const { t } = useLingui();
  const { document } = props.version;
  const [exit, setExit] = useState(document.exit);
  const texts = [
    { part: 'data', label: t`Data`, hint: t`What each takes along, in which format, what is deleted and when.` },
    { part: 'customers', label: t`Customers`, hint: t`Who tells them, in which words, and who serves them afterwards.` },
    { part: 'assets', label: t`Documents and equipment`, hint: t`What is given back: samples, equipment, marks, accesses.` },
  ] as const;
  const lacking = texts.filter(({ part }) => exit[part].fr.trim() === '' && exit[part].en.trim() === '');
  return (
    <PartDrawer
      {...props}
      title={t`Exit plan`}
      help={
        <Trans>
          How both part, agreed from the first day on. It can be rehearsed for any day, and is carried out when the charter ends.
        </Trans>
      }
      changes={[{ part: 'exit', after: exit }]}
      articles={['exit', 'exit:']}
    >
      <Completeness lacking={lacking.map(({ label }) => label)} />
      {texts.map(({ part, label, hint }) => (
        <BothField
          key={part}
          long
          label={label}
          description={hint}
          path={`exit.${part}`}
          value={exit[part]}
          before={document.exit[part]}
          onChange={(value) => setExit({ ...exit, [part]: value })}
        />
      ))}
      <Group align="flex-start">
        <CountField
          label={t`Months of commissions after the end`}
          description={t`For customers brought before; 0: none.`}
          path="exit.runOffMonths"
          max={120}
          value={exit.runOffMonths}
          onChange={(value) => setExit({ ...exit, runOffMonths: value })}
        />
        <CountField
          label={t`Days to the final balance`}
          path="exit.balanceDays"
          max={730}
          value={exit.balanceDays}
          onChange={(value) => setExit({ ...exit, balanceDays: value })}
        />
        <CountField
          label={t`Days until accesses are closed`}
          description={t`0: on the day it ends.`}
          path="exit.accessDays"
          max={730}
          value={exit.accessDays}
          onChange={(value) => setExit({ ...exit, accessDays: value })}
        />
      </Group>
    </PartDrawer>
  );
}

/** Complete, or what it says nothing about yet. */
function Completeness({ lacking }: { lacking: readonly string[] }) {
  const { t } = useLingui();
  if (lacking.length === 0) {
    return (
      <Alert color="green" variant="outline" role="note">
        <Trans>The exit plan is complete.</Trans>
      </Alert>
    );
  }
  return (
    <Alert color="yellow" variant="outline" role="note" title={t`The exit plan says nothing yet about`}>
      <List size="sm">
        {lacking.map((label) => (
          <List.Item key={label}>{label}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
