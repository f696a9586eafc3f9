import { Button, Menu } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { viewsQuery } from './partner.queries.ts';

const KeepView = lazy(async () => ({ default: (await import('./keep-view.tsx')).KeepView }));
const ChangeViews = lazy(async () => ({ default: (await import('./change-views.tsx')).ChangeViews }));

interface ViewsMenuProps {
  /** What is shown now, as a view holds it. */
  readonly query: Readonly<Record<string, string>>;
  readonly onShow: (query: Readonly<Record<string, string>>) => void;
}

/** The lists a member comes back to. */
export function ViewsMenu({ query, onShow }: ViewsMenuProps) {
  const { t } = useLingui();
  const { data: views = [] } = useQuery(viewsQuery);
  const [asked, setAsked] = useState<'keep' | 'change' | null>(null);
  const shown = views.find((view) => isSame(view.query, query));
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" size="xs">
            {shown?.name ?? t`Views`}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.map(({ id, name, query: kept }) => (
            <Menu.Item key={id} fw={id === shown?.id ? 600 : 400} onClick={() => onShow(kept)}>
              {name}
            </Menu.Item>
          ))}
          {views.length > 0 && <Menu.Divider />}
          <Menu.Item onClick={() => setAsked('keep')}>
            <Trans>Keep this view…</Trans>
          </Menu.Item>
          {views.length > 0 && (
            <Menu.Item onClick={() => setAsked('change')}>
              <Trans>Change my views…</Trans>
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Suspense>
        {asked === 'keep' && <KeepView query={query} onClose={() => setAsked(null)} />}
        {asked === 'change' && <ChangeViews query={query} onClose={() => setAsked(null)} />}
      </Suspense>
    </>
  );
}

function isSame(left: Readonly<Record<string, string>>, right: Readonly<Record<string, string>>): boolean {
  const names = Object.keys(left);
  return names.length === Object.keys(right).length && names.every((name) => left[name] === right[name]);
}
