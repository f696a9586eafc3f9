import { lazy, Suspense, type ComponentProps, type ComponentType } from 'react';
import { loadCatalogue } from '../i18n/catalogues.ts';
import type { EnvelopeStanding as Standing } from './signing/envelope-standing.tsx';
import type { SigningFields as Fields } from './signing/signing-fields.tsx';

/** Signing comes with its own words, when it is first needed. */
function withWords<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => {
    const [found] = await Promise.all([load(), loadCatalogue('signature')]);
    return { default: found };
  });
}

const LazyFields = withWords(async () => (await import('./signing/signing-fields.tsx')).SigningFields);
const LazyStanding = withWords(async () => (await import('./signing/envelope-standing.tsx')).EnvelopeStanding);

/** Who signs, in which order, and until when. */
export function SigningFields(props: ComponentProps<typeof Fields>) {
  return (
    <Suspense fallback={<div style={{ minHeight: 400 }} />}>
      <LazyFields {...props} />
    </Suspense>
  );
}

/** How an envelope stands, with what can be done about it. */
export function EnvelopeStanding(props: ComponentProps<typeof Standing>) {
  return (
    <Suspense fallback={<div style={{ minHeight: 160 }} />}>
      <LazyStanding {...props} />
    </Suspense>
  );
}
