import { join } from 'node:path';
import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import babel from '@rolldown/plugin-babel';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

process.env['LINGUI_SUPPRESS_BABEL_WARNING'] = '1';

// Found from wherever Vite or Vitest was started.
const cwd = import.meta.dirname;
process.env['LINGUI_CONFIG'] = join(cwd, 'lingui.config.ts');

/** What every first screen of both shells is made of, whoever comes; what comes later must not be in it. */
const everyFirstScreen = [
  /node_modules\/(?:@tanstack|@lingui|react|react-dom|scheduler)\//,
  /node_modules\/@mantine\/core\/esm\/core\//,
  /@mantine\/core\/esm\/components\/(?:Alert|Anchor|Button|CloseButton|Code|Container|Group|Loader|Paper|Skeleton|Stack|Text|Title|Transition|UnstyledButton|VisuallyHidden)\//,
  /apps\/web\/src\/lib\/(?:actions|auth|embed|lazy-screen|membership|membership-choice|portal-view|routes|style-nonce|use-language|workspace)\.tsx?$/,
  /apps\/web\/src\/lib\/api\/(?:call|problem|queries|routes\.gen)\.ts$/,
  // What the addresses of all screens ask for and understand.
  /apps\/web\/src\/features\/(?!(?:accounting|analytics|charter|claim|invoice|ledger|link|obligation|statement|tax|terms)\/)[^/]+\/[^/]+(?:\.queries|-search|-kinds)\.ts$/,
  /apps\/web\/src\/ui\/(?:data-list|data-rows|empty-state|figures|page-header|problem-notice|status|toast|values|why-link)\.tsx?$/,
];

export default defineConfig({
  // Macros by Babel: the native transform of Lingui is an optional package that npm leaves out under Node 20.
  plugins: [babel({ presets: [linguiTransformerBabelPreset({}, { cwd })] }), react(), lingui({ cwd, failOnCompileError: true })],
  build: {
    target: 'es2024',
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // The first load names every chunk that may come later, and names do not compress: as short as the builder allows.
        chunkFileNames: 'assets/[hash:7].js',
        assetFileNames: 'assets/[hash:7][extname]',
        // One file compresses better than fifty small ones.
        codeSplitting: { groups: [{ name: 'base', test: (id) => everyFirstScreen.some((part) => part.test(id)) }] },
      },
    },
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
});
