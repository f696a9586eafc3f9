import { join } from 'node:path';
import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import babel from '@rolldown/plugin-babel';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

process.env['LINGUI_SUPPRESS_BABEL_WARNING'] = '1';

// Found from wherever Vite or Vitest was started.
const cwd = import.meta.dirname;
process.env['LINGUI_CONFIG'] = join(cwd, 'lingui.config.ts');

export default defineConfig({
  // Macros by Babel: the native transform of Lingui is an optional package that npm leaves out under Node 20.
  plugins: [babel({ presets: [linguiTransformerBabelPreset({}, { cwd })] }), react(), lingui({ cwd, failOnCompileError: true })],
  build: { target: 'es2024', manifest: true, modulePreload: { polyfill: false } },
  server: { proxy: { '/api': 'http://localhost:3000' } },
});
