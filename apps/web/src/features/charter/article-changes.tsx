import { Stack, Text } from '@mantine/core';
import type { ArticleChange } from '@cordee/core/charter';
import { useLingui } from '@lingui/react/macro';
import { changeWords } from './charter-words.ts';
import classes from './charter.module.css';

/** Articles that come, go or read otherwise, word by word; said in words too, not by colour alone. */
export function ArticleChanges({ changes }: { changes: readonly ArticleChange[] }) {
  const { t } = useLingui();
  return (
    <Stack gap="sm">
      {changes.map(({ id, kind, before, after, runs }) => {
        const article = after ?? before;
        return (
          <div key={id}>
            <Text size="sm" fw={600}>
              {t(changeWords[kind])} · {article?.number} {article?.heading}
            </Text>
            <Text size="sm" className={classes['text'] ?? ''}>
              {runs.map((run, place) => {
                if (run.kind === 'same') return <span key={place}>{run.text}</span>;
                const Tag = run.kind === 'added' ? 'ins' : 'del';
                return (
                  <Tag key={place} className={classes[run.kind]}>
                    {run.text}
                  </Tag>
                );
              })}
            </Text>
          </div>
        );
      })}
    </Stack>
  );
}
