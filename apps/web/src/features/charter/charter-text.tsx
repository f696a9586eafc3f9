import { Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { type CharterSection, renderCharter } from '@cordee/core/charter';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useLanguage } from '../../lib/use-language.ts';
import type { Clause, Version } from './charter.queries.ts';
import { languageWords } from './charter-words.ts';
import classes from './charter.module.css';

interface CharterTextProps {
  readonly version: Version;
  /** Given where the reader may change clauses, or propose to. */
  readonly onEdit?: ((clause: Clause) => void) | undefined;
}

type Shown = 'fr' | 'en' | 'both';

/** A version in numbered articles, in one language or in both side by side. */
export function CharterText({ version: { document }, onEdit }: CharterTextProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const [shown, setShown] = useState<Shown>(language);
  const other = language === 'fr' ? 'en' : 'fr';
  const first = shown === 'both' ? document.prevailing : shown;
  const second = shown === 'both' ? (first === 'fr' ? 'en' : 'fr') : null;
  const sections = renderCharter(document, first);
  const beside = second === null ? null : renderCharter(document, second);
  const clauseOf = (id: string) => document.clauses.find(({ key }) => id === `clause:${key}`);
  return (
    <section>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          <Trans>Text</Trans>
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={t`Language of the text`}
          value={shown}
          onChange={(value) => setShown(value)}
          data={[
            { value: language, label: t(languageWords[language]) },
            { value: other, label: t(languageWords[other]) },
            { value: 'both', label: t`Both` },
          ]}
        />
      </Group>
      <Stack gap="lg">
        {sections.map((section, index) => (
          <Section
            key={section.id}
            section={section}
            beside={beside?.[index] ?? null}
            languages={[first, second]}
            clauseOf={clauseOf}
            onEdit={onEdit}
          />
        ))}
      </Stack>
    </section>
  );
}

interface SectionProps extends Pick<CharterTextProps, 'onEdit'> {
  readonly section: CharterSection;
  readonly beside: CharterSection | null;
  readonly languages: readonly [first: string, second: string | null];
  readonly clauseOf: (id: string) => Clause | undefined;
}

function Section({ section, beside, languages: [first, second], clauseOf, onEdit }: SectionProps) {
  const { t } = useLingui();
  return (
    <div>
      {section.letter !== null && (
        <Title order={3} size="h5" mb="xs">
          {section.letter}. {section.heading}
        </Title>
      )}
      <Stack gap="md">
        {section.articles.map((article, place) => {
          const clause = clauseOf(article.id);
          const also = beside?.articles[place];
          return (
            <div key={article.id} className={classes['article']}>
              <span className={classes['number']}>{article.number}</span>
              <div>
                <div className={also === undefined ? '' : classes['pair']}>
                  <div lang={first}>
                    <Text fw={600}>{article.heading}</Text>
                    <Text className={classes['text'] ?? ''}>{article.text}</Text>
                  </div>
                  {also !== undefined && (
                    <div lang={second ?? first}>
                      <Text fw={600}>{also.heading}</Text>
                      <Text className={classes['text'] ?? ''}>{also.text}</Text>
                    </div>
                  )}
                </div>
                {onEdit !== undefined && clause !== undefined && (
                  <Button
                    variant="subtle"
                    size="compact-xs"
                    ml={-8}
                    aria-label={t`Change clause ${article.number}: ${article.heading}`}
                    onClick={() => onEdit(clause)}
                  >
                    <Trans>Change</Trans>
                  </Button>
                )}
              </div>
            </div>
          );
        })}
      </Stack>
    </div>
  );
}
