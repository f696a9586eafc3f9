interface Budget {
  readonly shell: string;
  /** What the first screen of somebody who arrives is made of, strings included. */
  readonly modules: readonly string[];
  /** Bytes of compressed JavaScript. */
  readonly budget: number;
}

const catalogues = (...names: string[]) => names.map((name) => `locales/fr/${name}.po`);

export const budgets: readonly Budget[] = [
  {
    shell: 'console',
    modules: [
      'index.html',
      'src/app/console/console-routes.ts',
      'src/app/console/console-shell.tsx',
      'src/features/home/home-screen.tsx',
      'src/features/fact/live-facts.tsx',
      ...catalogues('shell', 'home', 'fact'),
    ],
    budget: 260_000,
  },
  {
    shell: 'portal',
    modules: [
      'index.html',
      'src/app/portal/portal-routes.ts',
      'src/app/portal/portal-shell.tsx',
      'src/features/overview/overview-screen.tsx',
      'src/features/commission/latest-commissions.tsx',
      ...catalogues('shell', 'overview', 'commission'),
    ],
    budget: 180_000,
  },
];
