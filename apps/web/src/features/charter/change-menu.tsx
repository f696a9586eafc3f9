import { Button, Menu } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { editorWords, type EditedPart } from './charter-words.ts';
import type { Opened } from './opened.ts';
import { blankClause } from './editors/blank-clause.ts';

/** All that can be changed in a draft, or proposed. */
export function ChangeMenu({ onOpen }: { onOpen: (opened: Opened) => void }) {
  const { t } = useLingui();
  return (
    <>
      <Button size="xs" variant="default" onClick={() => onOpen({ is: 'library' })}>
        <Trans>Add a clause</Trans>
      </Button>
      <Button size="xs" variant="default" onClick={() => onOpen({ is: 'plan' })}>
        <Trans>Remuneration</Trans>
      </Button>
      <Menu position="bottom-start" shadow="md">
        <Menu.Target>
          <Button size="xs" variant="default">
            <Trans>Other parts</Trans>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onOpen({ is: 'clause', clause: blankClause(), isNew: true })}>
            <Trans>A clause of your own</Trans>
          </Menu.Item>
          <Menu.Item onClick={() => onOpen({ is: 'frame' })}>
            <Trans>Parties and validity</Trans>
          </Menu.Item>
          {(Object.keys(editorWords) as EditedPart[]).map((part) => (
            <Menu.Item key={part} onClick={() => onOpen({ is: part })}>
              {t(editorWords[part])}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
