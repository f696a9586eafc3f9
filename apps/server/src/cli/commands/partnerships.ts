import { decodeId } from '@cordee/core/ids';
import { gateFacts } from '../../gate-sources.ts';
import { getPartnership } from '../../modules/partnership/index.ts';
import { defineCommand, WORKSPACE } from '../command.ts';
import { table } from '../table.ts';
import { UsageError } from '../usage-error.ts';

const stateWords = {
  met: { en: 'met', fr: 'franchi' },
  open: { en: 'missing', fr: 'manquant' },
  unknown: { en: 'not known', fr: 'inconnu' },
  not_asked: { en: 'not asked', fr: 'non demandé' },
} as const;

export const partnershipGates = defineCommand({
  name: 'partnerships gates',
  summary: {
    en: 'Where a partnership stands, and what each next stage asks.',
    fr: 'Où en est un partenariat et ce que demande chaque étape suivante.',
  },
  options: { workspace: WORKSPACE },
  positionals: [{ name: 'partner-id', help: { en: 'prt_…: the partner', fr: 'prt_… : le partenaire' } }],
  async run({ options, words, installation, language }) {
    const partnerId = decodeId('prt', words['partner-id']);
    if (partnerId === null) {
      throw new UsageError({ en: 'A partner id starts with prt_.', fr: 'Un identifiant de partenaire commence par prt_.' });
    }
    const context = await (await installation()).context(options.workspace);
    const found = await getPartnership(context, partnerId, gateFacts);
    const rows = found.moves.flatMap(({ to, gates }) =>
      gates.length === 0
        ? [[to, '–', language === 'fr' ? 'rien n’est demandé' : 'nothing is asked']]
        : gates.map(({ state, text }) => [to, stateWords[state][language], text]),
    );
    const header = language === 'fr' ? ['vers', 'jalon', ''] : ['to', 'gate', ''];
    const since = (found.since ?? '').slice(0, 10);
    const title = `${found.stage ?? ''} (${language === 'fr' ? 'depuis' : 'since'} ${since})`;
    return { json: found, text: `${title}\n${table(header, rows, [])}` };
  },
});
