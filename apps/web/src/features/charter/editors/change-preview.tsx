import { SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { compareCharters, renderCharter, type CharterDocument } from '@cordee/core/charter';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useLanguage } from '../../../lib/use-language.ts';
import { ArticleChanges } from '../article-changes.tsx';
import { languageWords } from '../charter-words.ts';
import classes from '../charter.module.css';

interface ChangePreviewProps {
  readonly before: CharterDocument;
  readonly next: CharterDocument;
  /** The version that holds, where it is another one. */
  readonly inForce: { readonly number: number; readonly document: CharterDocument } | null;
  /** Which articles to show whole: `role:`, `exit`. */
  readonly articles: readonly string[];
}

type Shown = 'draft' | 'force' | 'fr' | 'en';

/** What a change would do: to the draft and to the version in force word by word, and how it then reads in either language. */
export function ChangePreview({ before, next, inForce, articles }: ChangePreviewProps) {
  const { t } = useLingui();
  const [shown, setShown] = useState<Shown>('draft');
  return (
    <section>
      <Title order={3} size="h5" mb={6}>
        <Trans>Preview</Trans>
      </Title>
      <SegmentedControl
        size="xs"
        mb="sm"
        aria-label={t`What to show`}
        value={shown}
        onChange={(value) => setShown(value as Shown)}
        data={[
          { value: 'draft', label: t`Changes` },
          ...(inForce === null ? [] : [{ value: 'force', label: t`Against version ${inForce.number}` }]),
          { value: 'fr', label: t(languageWords.fr) },
          { value: 'en', label: t(languageWords.en) },
        ]}
      />
      {(shown === 'fr' || shown === 'en') && <Articles document={next} language={shown} articles={articles} />}
      {shown === 'draft' && <Differences before={before} next={next} />}
      {shown === 'force' && inForce !== null && <Differences before={inForce.document} next={next} />}
    </section>
  );
}

/** In the language of the reader; where only the other one differs, in that one. */
function Differences({ before, next }: { before: CharterDocument; next: CharterDocument }) {
  const language = useLanguage();
  const other = language === 'fr' ? 'en' : 'fr';
  const own = compareCharters(before, next, language);
  const changes = own.length > 0 ? own : compareCharters(before, next, other);
  if (changes.length > 0) return <ArticleChanges changes={changes} />;
  return (
    <Text size="sm" c="dimmed">
      <Trans>Nothing reads otherwise yet.</Trans>
    </Text>
  );
}

function Articles({
  document,
  language,
  articles,
}: {
  document: CharterDocument;
  language: 'fr' | 'en';
  articles: readonly string[];
}) {
  const told = renderCharter(document, language)
    .flatMap((section) => section.articles)
    .filter(({ id }) => articles.some((start) => (start.endsWith(':') ? id.startsWith(start) : id === start)));
  if (told.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        <Trans>Nothing stands here.</Trans>
      </Text>
    );
  }
  return (
    <Stack gap="xs" lang={language}>
      {told.map(({ id, number, heading, text }) => (
        <div key={id}>
          <Text size="sm" fw={600}>
            {number} {heading}
          </Text>
          <Text size="sm" className={classes['text'] ?? ''}>
            {text}
          </Text>
        </div>
      ))}
    </Stack>
  );
}
