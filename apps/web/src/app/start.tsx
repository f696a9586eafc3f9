import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.layer.css';
import '../ui/global.css';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { useToastsWanted } from '../ui/toast.ts';
import { cssVariables, theme } from '../ui/theme.ts';
import { styleNonce } from '../lib/style-nonce.ts';
import type { Screens } from './router.tsx';

/** Shows the screens in the document. */
export function start({ client, router }: Screens): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the document has no #root');
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto" getStyleNonce={styleNonce}>
          <QueryClientProvider client={client}>
            <RouterProvider router={router} />
          </QueryClientProvider>
          <ToastPlace />
        </MantineProvider>
      </I18nProvider>
    </StrictMode>,
  );
}

const Toasts = lazy(async () => ({ default: (await import('../ui/toasts.tsx')).Toasts }));

function ToastPlace() {
  return useToastsWanted() ? (
    <Suspense>
      <Toasts />
    </Suspense>
  ) : null;
}
