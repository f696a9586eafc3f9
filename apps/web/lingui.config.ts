import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';

const features = readdirSync(join(import.meta.dirname, 'src/features'));
const catalogue = (name: string, include: string[], exclude: string[] = []) => ({
  path: `<rootDir>/locales/{locale}/${name}`,
  include,
  exclude,
});

export default defineConfig({
  locales: ['en', 'fr'],
  sourceLocale: 'en',
  // One catalogue a feature: its strings come with its screens, and two people seldom meet in one file.
  catalogs: [
    catalogue(
      'shell',
      ['src/app', 'src/ui', 'src/lib'],
      ['**/src/ui/files/**', '**/src/ui/signing/**', '**/src/ui/transactions/**'],
    ),
    // Comes with the first field for files: neither shell has room for it.
    catalogue('file', ['src/ui/files']),
    catalogue('transaction', ['src/ui/transactions']),
    // One for both: each catalogue has a line in the first load.
    catalogue('signature', ['src/features/signature', 'src/ui/signing']),
    ...features.filter((name) => name !== 'signature').map((name) => catalogue(name, [`src/features/${name}`])),
  ],
  format: formatter({ origins: false, lineNumbers: false }),
  orderBy: 'message',
});
