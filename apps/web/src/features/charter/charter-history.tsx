import { Stack, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { HistoryItem } from '../../ui/history-item.tsx';
import type { Charter } from './charter.queries.ts';
import { entryWords, sideWords } from './charter-words.ts';
import { CommentForm } from './comment-form.tsx';

/** All that was said and done, the latest first, and the next word. */
export function CharterHistory({ charter, mayWrite }: { charter: Charter; mayWrite: boolean }) {
  const { t } = useLingui();
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        <Trans>History</Trans>
      </Title>
      {mayWrite && <CommentForm charterId={charter.id} />}
      <Stack component="ol" gap="sm" m={0} mt="md" p={0} style={{ listStyle: 'none' }}>
        {charter.entries.toReversed().map(({ number, kind, side, by, at, version, proposal, text }) => (
          <HistoryItem
            key={number}
            what={t(entryWords[kind])}
            more={[
              t`version ${version}`,
              proposal === null ? null : t`proposal ${proposal}`,
              by === null ? t(sideWords[side]) : `${by} (${t(sideWords[side])})`,
            ]}
            at={at}
            isPartner={side === 'partner'}
            text={text}
          />
        ))}
      </Stack>
    </section>
  );
}
