import { templateNames, templateTexts, type TemplateName } from '@cordee/core/plan';
import { Group, Radio, Stack, Text } from '@mantine/core';
import { useLanguage } from '../lib/use-language.ts';
import classes from './template-choice.module.css';

interface TemplateChoiceProps {
  readonly label: string;
  readonly description?: string;
  readonly value: TemplateName;
  readonly onChange: (name: TemplateName) => void;
}

/** The plan a program starts from: whom each template is for, and what it pays. */
export function TemplateChoice({ label, description, value, onChange }: TemplateChoiceProps) {
  const language = useLanguage();
  return (
    <Radio.Group
      label={label}
      description={description}
      value={value}
      onChange={onChange}
      styles={{ label: { marginBottom: 4 } }}
    >
      <Stack gap={8} mt={8}>
        {templateNames.map((name) => {
          const text = templateTexts[name][language];
          return (
            <Radio.Card key={name} value={name} className={classes['template'] ?? ''} aria-label={text.name}>
              <Group wrap="nowrap" align="flex-start" gap="sm">
                <Radio.Indicator mt={3} />
                <div>
                  <Text fw={600}>{text.name}</Text>
                  <Text size="sm">{text.who}</Text>
                  <Text size="sm" c="dimmed">
                    {text.pays}
                  </Text>
                </div>
              </Group>
            </Radio.Card>
          );
        })}
      </Stack>
    </Radio.Group>
  );
}
