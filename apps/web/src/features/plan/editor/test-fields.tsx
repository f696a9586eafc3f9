import { Group, Select, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { conditionFields, fieldName, type Comparison, type FieldTest } from '@cordee/core/plan';
import { useLanguage } from '../../../lib/use-language.ts';
import { comparisonWords } from './choice-words.ts';
import { comparisonsOf, testOn, withComparison } from './conditions.ts';
import { pathText, type Path } from './document-path.ts';
import { usePlanEditing } from './plan-editing.tsx';
import { ValueField } from './value-field.tsx';

const OWN = ['metadata.', 'partner.attributes.'] as const;

/** One test: a field of the event, how it is compared, with what. */
export function TestFields({ at, test }: { at: Path; test: FieldTest }) {
  const { t } = useLingui();
  const { write, readOnly, faultAt } = usePlanEditing();
  const own = OWN.find((prefix) => test.field.startsWith(prefix));
  const comparisons = comparisonsOf(test.field).map((value) => ({ value, label: t(comparisonWords[value]) }));
  return (
    <Group gap={6} align="flex-start">
      <Select
        aria-label={t`What is looked at`}
        searchable
        allowDeselect={false}
        readOnly={readOnly}
        w={230}
        data={useFieldGroups()}
        value={own ?? test.field}
        error={own === undefined ? faultAt(pathText([...at, 'field'])) : undefined}
        onChange={(field) => {
          if (field !== null) write(at, testOn(field), true);
        }}
        data-at={pathText([...at, 'field'])}
      />
      {own !== undefined && (
        <TextInput
          aria-label={t`Name of the information`}
          placeholder={t`name`}
          w={120}
          readOnly={readOnly}
          value={test.field.slice(own.length)}
          error={faultAt(pathText([...at, 'field']))}
          onChange={({ currentTarget }) => write(at, { ...test, field: `${own}${currentTarget.value}` })}
        />
      )}
      <Select
        aria-label={t`How it is compared`}
        allowDeselect={false}
        readOnly={readOnly}
        w={170}
        data={comparisons}
        value={test.op}
        error={faultAt(pathText([...at, 'op']))}
        onChange={(op) => write(at, withComparison(test, op as Comparison), true)}
        data-at={pathText([...at, 'op'])}
      />
      <ValueField at={[...at, 'value']} test={test} />
    </Group>
  );
}

/** The fields by what they are about, in the words of the clauses. */
function useFieldGroups() {
  const { t } = useLingui();
  const language = useLanguage();
  const names: Readonly<Record<string, string>> = {
    line: t`The line`,
    order: t`The order`,
    customer: t`The customer`,
    billing: t`The billing`,
    partner: t`The partner`,
    touch: t`The touchpoint`,
  };
  const groups = Object.entries(names).map(([key, group]) => ({
    group,
    items: conditionFields
      .filter((field) => field.startsWith(`${key}.`))
      .map((value) => ({ value: value as string, label: capital(fieldName(value, language)) })),
  }));
  return [
    ...groups,
    {
      group: t`Your own data`,
      items: [
        { value: OWN[0] as string, label: t`Information sent with the event` },
        { value: OWN[1] as string, label: t`Attribute of the partner` },
      ],
    },
  ];
}

function capital(name: string): string {
  const plain = name.replace(/,$/, '');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
