import { Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { type CharterSection, renderCharter } from '@cordee/core/charter';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useLanguage } from '../../lib/use-language.ts';
import type { Clause, Version } from './charter.queries.ts';
import type { Opened } from './opened.ts';
import { languageWords, type EditedPart } from './charter-words.ts';
import classes from './charter.module.css';

interface CharterTextProps {
  readonly version: Version;
  /** Given where the reader may change it, or propose to. */
  readonly onOpen?: ((opened: Opened) => void) | undefined;
}

type Shown = 'fr' | 'en' | 'both';

/** A version in numbered articles, in one language or in both side by side. */
export function CharterText({ version: { document }, onOpen }: CharterTextProps) {
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
            onOpen={onOpen}
          />
        ))}
      </Stack>
    </section>
  );
}

interface SectionProps extends Pick<CharterTextProps, 'onOpen'> {
  readonly section: CharterSection;
  readonly beside: CharterSection | null;
  readonly languages: readonly [first: string, second: string | null];
  readonly clauseOf: (id: string) => Clause | undefined;
}

/** Which editor changes what stands under a title. */
const editorOf: ReadonlyMap<string, EditedPart | 'plan'> = new Map([
  ['roles', 'roles'],
  ['channels', 'channels'],
  ['objectives', 'objectives'],
  ['annex', 'plan'],
  ['exit', 'exit'],
  ['escalation', 'escalation'],
]);

function Section({ section, beside, languages: [first, second], clauseOf, onOpen }: SectionProps) {
  const { t } = useLingui();
  const editor = editorOf.get(section.id);
  return (
    <div>
      {section.letter !== null && (
        <Group gap="xs" mb="xs">
          <Title order={3} size="h5">
            {section.letter}. {section.heading}
          </Title>
          {onOpen !== undefined && editor !== undefined && (
            <Button
              variant="subtle"
              size="compact-xs"
              aria-label={t`Change: ${section.heading}`}
              onClick={() => onOpen({ is: editor })}
            >
              <Trans>Change</Trans>
            </Button>
          )}
        </Group>
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
                {onOpen !== undefined && clause !== undefined && (
                  <Button
                    variant="subtle"
                    size="compact-xs"
                    ml={-8}
                    aria-label={t`Change clause ${article.number}: ${article.heading}`}
                    onClick={() => onOpen({ is: 'clause', clause, isNew: false })}
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
