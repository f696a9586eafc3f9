import { ActionIcon, Button, Group, Select, Stack, Switch } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconTrash } from '@tabler/icons-react';
import type { Condition } from '@cordee/core/plan';
import { firstTest, joinedOf, joinParts, type Joint } from './conditions.ts';
import type { Path } from './document-path.ts';
import { pathText, valueAt } from './document-path.ts';
import classes from './editor.module.css';
import { FaultHere } from './fields.tsx';
import { usePlanEditing } from './plan-editing.tsx';
import { TestFields } from './test-fields.tsx';

/** As deep as the screen goes; what is nested deeper is kept, and written by the API. */
const DEEPEST = 4;

/** When a rule applies: always, or under a condition. */
export function ConditionFields({ at }: { at: Path }) {
  const { t } = useLingui();
  const { document, write, readOnly } = usePlanEditing();
  const condition = valueAt(document, at) as Condition | undefined;
  return (
    <Stack gap={6}>
      <Switch
        label={t`Only under conditions`}
        checked={condition !== undefined}
        disabled={readOnly}
        onChange={({ currentTarget }) => write(at, currentTarget.checked ? firstTest : undefined, true)}
      />
      {condition !== undefined && (
        <div className={classes['group']}>
          <ConditionPart at={at} condition={condition} depth={1} onRemove={undefined} />
        </div>
      )}
    </Stack>
  );
}

interface ConditionPartProps {
  readonly at: Path;
  readonly condition: Condition;
  readonly depth: number;
  readonly onRemove: (() => void) | undefined;
}

function ConditionPart({ at, condition, depth, onRemove }: ConditionPartProps) {
  const { write, readOnly } = usePlanEditing();
  const joined = joinedOf(condition);
  if (joined !== null) return <JoinedPart at={at} condition={condition} depth={depth} onRemove={onRemove} />;
  if (!('field' in condition)) return null;
  return (
    <Stack gap={6}>
      <Group gap={4} align="flex-start" wrap="nowrap">
        <TestFields at={at} test={condition} />
        {onRemove !== undefined && <RemovePart onRemove={onRemove} />}
      </Group>
      {depth === 1 && !readOnly && (
        <AddParts onAdd={(part) => write(at, joinParts('all', [condition, part]), true)} mayNest={false} />
      )}
    </Stack>
  );
}

function JoinedPart({ at, condition, depth, onRemove }: ConditionPartProps) {
  const { t } = useLingui();
  const { write, readOnly } = usePlanEditing();
  const joined = joinedOf(condition);
  if (joined === null) return null;
  const { joint, parts } = joined;
  const single = joined.at.length === 1 && joined.at[0] === 'not';
  const put = (next: readonly Condition[], how: Joint = joint) => {
    const [only] = next;
    // One part that is left needs no joint, save the one that turns it round.
    if (next.length === 1 && only !== undefined && how !== 'none') write(at, only, true);
    else write(at, joinParts(how, next), true);
  };
  return (
    <Stack gap={8}>
      <Group gap={6}>
        <Select
          size="xs"
          w={190}
          aria-label={t`How the conditions join`}
          allowDeselect={false}
          readOnly={readOnly}
          value={joint}
          data={[
            { value: 'all', label: t`All of these hold` },
            { value: 'any', label: t`One of these holds` },
            { value: 'none', label: t`None of these holds` },
          ]}
          onChange={(value) => {
            if (value !== null) write(at, joinParts(value, parts), true);
          }}
        />
        {onRemove !== undefined && <RemovePart onRemove={onRemove} />}
      </Group>
      <FaultHere at={pathText(at)} />
      <Stack gap={8} className={classes['group'] ?? ''}>
        {parts.map((part, index) => (
          <ConditionPart
            key={index}
            at={single ? [...at, 'not'] : [...at, ...joined.at, index]}
            condition={part}
            depth={depth + 1}
            onRemove={parts.length > 1 ? () => put(parts.toSpliced(index, 1)) : undefined}
          />
        ))}
      </Stack>
      {!readOnly && <AddParts onAdd={(part) => put([...parts, part])} mayNest={depth < DEEPEST} />}
    </Stack>
  );
}

function AddParts({ onAdd, mayNest }: { onAdd: (part: Condition) => void; mayNest: boolean }) {
  return (
    <Group gap={6}>
      <Button size="compact-xs" variant="default" onClick={() => onAdd(firstTest)}>
        <Trans>Add a condition</Trans>
      </Button>
      {mayNest && (
        <Button size="compact-xs" variant="default" onClick={() => onAdd({ any: [firstTest, firstTest] })}>
          <Trans>Add a group</Trans>
        </Button>
      )}
    </Group>
  );
}

function RemovePart({ onRemove }: { onRemove: () => void }) {
  const { t } = useLingui();
  const { readOnly } = usePlanEditing();
  if (readOnly) return null;
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={t`Remove this condition`} onClick={onRemove} mt={2}>
      <IconTrash size={16} aria-hidden />
    </ActionIcon>
  );
}
