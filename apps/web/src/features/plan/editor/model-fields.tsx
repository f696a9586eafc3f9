import { MultiSelect, Stack } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { choiceName, partnerKinds, vias, type AttributionModel, type PriorityGroup } from '@cordee/core/plan';
import { useLanguage } from '../../../lib/use-language.ts';
import { PartnerSelect } from '../../../ui/form/partner-select.tsx';
import { withinWords } from './choice-words.ts';
import classes from './editor.module.css';
import { ChoiceField, CountField, FaultHere, RateField, TextField } from './fields.tsx';
import { PartnersField } from './partners-field.tsx';
import { AddButton, RemoveButton, Row } from './part.tsx';
import { useField, usePlanEditing } from './plan-editing.tsx';
import { useOptions } from './use-options.ts';

const MODEL = ['attribution', 'model'] as const;

/** What the chosen model needs to be told. */
export function ModelFields({ model }: { model: AttributionModel }) {
  const { t } = useLingui();
  if (model.kind === 'position') {
    return (
      <Row>
        <RateField at={[...MODEL, 'first']} label={t`To the first`} />
        <RateField at={[...MODEL, 'last']} label={t`To the last`} />
        <FaultHere at="attribution.model" />
      </Row>
    );
  }
  if (model.kind === 'time_decay') {
    return (
      <CountField
        at={[...MODEL, 'halfLifeDays']}
        label={t`Half-life, in days`}
        description={t`A touchpoint that much older weighs half.`}
        w={260}
      />
    );
  }
  if (model.kind === 'priority') return <Groups groups={model.groups} />;
  if (model.kind === 'agreed') return <Shares count={model.shares.length} />;
  return null;
}

function Groups({ groups }: { groups: readonly PriorityGroup[] }) {
  const { t } = useLingui();
  const { write } = usePlanEditing();
  const at = [...MODEL, 'groups'] as const;
  return (
    <Stack gap="sm" className={classes['group'] ?? ''}>
      <FaultHere at="attribution.model.groups" />
      {groups.map((group, index) => (
        <GroupFields
          key={index}
          index={index}
          group={group}
          onRemove={groups.length > 1 ? () => write(at, groups.toSpliced(index, 1), true) : undefined}
        />
      ))}
      <AddButton onClick={() => write(at, [...groups, { name: t`group ${groups.length + 1}`, via: [], kinds: [] }], true)}>
        <Trans>Add a group</Trans>
      </AddButton>
      <ChoiceField at={[...MODEL, 'within']} label={t`Within the group`} data={useOptions(withinWords)} w="min(100%, 340px)" />
    </Stack>
  );
}

interface GroupFieldsProps {
  readonly index: number;
  readonly group: PriorityGroup;
  readonly onRemove: (() => void) | undefined;
}

function GroupFields({ index, group, onRemove }: GroupFieldsProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const { write, readOnly } = usePlanEditing();
  const at = [...MODEL, 'groups', index] as const;
  const place = index + 1;
  const list = (name: 'kinds' | 'via', values: readonly string[]) =>
    write([...at, name], values.length === 0 ? undefined : values, true);
  return (
    <Stack gap={6}>
      <Row>
        <TextField at={[...at, 'name']} label={t`Group ${place}`} w={200} />
        <MultiSelect
          label={t`Touchpoints by`}
          w={260}
          readOnly={readOnly}
          data={vias.map((value) => ({ value, label: choiceName('touch.via', value, language) }))}
          value={group.via ?? []}
          onChange={(values) => list('via', values)}
        />
        {onRemove !== undefined && <RemoveButton label={t`Remove group ${place}`} onClick={onRemove} />}
      </Row>
      <Row>
        <MultiSelect
          label={t`or of these kinds of partner`}
          w={280}
          readOnly={readOnly}
          data={partnerKinds.map((value) => ({ value, label: choiceName('partner.kind', value, language) }))}
          value={group.kinds ?? []}
          onChange={(values) => list('kinds', values)}
        />
        <PartnersField at={[...at, 'partnerIds']} label={t`or of these partners`} />
      </Row>
      <FaultHere at={`attribution.model.groups[${index}]`} />
    </Stack>
  );
}

function Shares({ count }: { count: number }) {
  const { write, document } = usePlanEditing();
  const at = [...MODEL, 'shares'] as const;
  const { model } = document.attribution;
  if (model.kind !== 'agreed') return null;
  return (
    <Stack gap={6} className={classes['group'] ?? ''}>
      <FaultHere at="attribution.model.shares" />
      {Array.from({ length: count }, (_, index) => (
        <ShareFields
          key={index}
          index={index}
          onRemove={count > 1 ? () => write(at, model.shares.toSpliced(index, 1), true) : undefined}
        />
      ))}
      <AddButton onClick={() => write(at, [...model.shares, { partnerId: '', share: '' }], true)}>
        <Trans>Add a partner</Trans>
      </AddButton>
    </Stack>
  );
}

function ShareFields({ index, onRemove }: { index: number; onRemove: (() => void) | undefined }) {
  const { t } = useLingui();
  const partner = useField([...MODEL, 'shares', index, 'partnerId']);
  const place = index + 1;
  return (
    <Row>
      <PartnerSelect
        label={t`Partner ${place}`}
        w={240}
        value={typeof partner.value === 'string' ? partner.value : null}
        onChange={(id) => partner.write(id ?? '')}
        error={partner.error}
        {...partner.mark}
      />
      <RateField at={[...MODEL, 'shares', index, 'share']} label={t`Share`} />
      {onRemove !== undefined && <RemoveButton label={t`Remove partner ${place}`} onClick={onRemove} />}
    </Row>
  );
}
