import { defineCommand } from '../command.ts';

export const serve = defineCommand({
  name: 'serve',
  summary: {
    en: 'Start the server: API, redirects, pages and worker, until a signal ends it.',
    fr: 'Démarrer le serveur : API, redirections, pages et tâches de fond, jusqu’à ce qu’un signal l’arrête.',
  },
  options: {
    port: {
      kind: 'integer',
      value: 'number',
      max: 65_535,
      help: { en: 'the port, instead of PORT', fr: 'le port, au lieu de PORT' },
    },
  },
  positionals: [],
  async run({ options, config, language }) {
    const { env } = process;
    if (options.port !== undefined) env['PORT'] = String(options.port);
    env['CORDEE_DATA'] = config.dataFolder;
    env['LC_ALL'] = language === 'fr' ? 'fr_FR.UTF-8' : 'en_GB.UTF-8';
    // An empty variable counts as absent.
    env['DATABASE_URL'] = config.databaseUrl ?? '';
    await import('../../main.ts');
    return process.exitCode === undefined || process.exitCode === 0 ? null : { ok: false, json: null, text: '' };
  },
});
