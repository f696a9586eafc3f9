import { lazy, Suspense } from 'react';
import type { EditedPart } from '../charter-words.ts';
import type { EditorProps } from './part-drawer.tsx';

const editors = {
  people: lazy(async () => ({ default: (await import('./people-editor.tsx')).PeopleEditor })),
  roles: lazy(async () => ({ default: (await import('./roles-editor.tsx')).RolesEditor })),
  channels: lazy(async () => ({ default: (await import('./channels-editor.tsx')).ChannelsEditor })),
  objectives: lazy(async () => ({ default: (await import('./objectives-editor.tsx')).ObjectivesEditor })),
  exit: lazy(async () => ({ default: (await import('./exit-editor.tsx')).ExitEditor })),
  escalation: lazy(async () => ({ default: (await import('./escalation-editor.tsx')).EscalationEditor })),
} as const;

/** The editor of a part of a charter. */
export function PartEditor({ part, ...props }: EditorProps & { readonly part: EditedPart }) {
  const Editor = editors[part];
  return (
    <Suspense>
      <Editor {...props} />
    </Suspense>
  );
}
