import { lazy, Suspense, type ComponentProps } from 'react';
import { loadCatalogue } from '../i18n/catalogues.ts';
import type { FileField as Field } from './files/file-field.tsx';
import type { FileList as List } from './files/file-list.tsx';
import type { HandedIn } from './files/use-uploads.ts';

/** Files come with their own words, when they are first needed. */

const LazyField = lazy(async () => {
  const [{ FileField: found }] = await Promise.all([import('./files/file-field.tsx'), loadCatalogue('file')]);
  return { default: found };
});

const LazyList = lazy(async () => {
  const [{ FileList: found }] = await Promise.all([import('./files/file-list.tsx'), loadCatalogue('file')]);
  return { default: found };
});

/** Before anything was chosen. */
export const noFiles: HandedIn = { ids: [], busy: false };

/** A field that takes files, by dragging or choosing. */
export function FileField(props: ComponentProps<typeof Field>) {
  return (
    <Suspense fallback={<div style={{ minHeight: 110 }} />}>
      <LazyField {...props} />
    </Suspense>
  );
}

/** What was handed in; nothing where there is nothing. */
export function FileList(props: ComponentProps<typeof List>) {
  if (props.files.length === 0) return null;
  return (
    <Suspense>
      <LazyList {...props} />
    </Suspense>
  );
}
