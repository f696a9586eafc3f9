import { decodeId } from '@cordee/core/ids';
import { writeFile } from 'node:fs/promises';
import { proofFileOf } from '../../modules/dispute/index.ts';
import { createSealer, readMasterKey } from '../../platform/crypto/index.ts';
import { defineCommand, WORKSPACE } from '../command.ts';
import { UsageError } from '../usage-error.ts';

export const disputeFile = defineCommand({
  name: 'disputes file',
  summary: {
    en: 'The proof file of a dispute, as the company may read it: one archive that standard tools verify.',
    fr: 'Le dossier de preuve d’un différend, tel que l’entreprise peut le lire : une archive que des outils courants vérifient.',
  },
  options: { workspace: WORKSPACE },
  positionals: [
    { name: 'dispute', help: { en: 'its id, dsp_…', fr: 'son identifiant, dsp_…' } },
    { name: 'file', help: { en: 'where to write it, such as dispute.zip', fr: 'où l’écrire, par exemple differend.zip' } },
  ],
  async run({ options: { workspace }, words: { dispute, file }, config, installation, say }) {
    const id = decodeId('dsp', dispute);
    if (id === null) {
      throw new UsageError({
        en: 'A dispute is named by its id: it begins with dsp_.',
        fr: 'Un différend se désigne par son identifiant, qui commence par dsp_.',
      });
    }
    const context = await (await installation()).context(workspace);
    const parts = { sealer: createSealer(readMasterKey(config.secret, config.dataFolder)) };
    const bytes = await proofFileOf(context, parts, id);
    await writeFile(file, bytes, { mode: 0o600 });
    const text = say({ en: `Written: ${file}, ${bytes.length} bytes.`, fr: `Écrit : ${file}, ${bytes.length} octets.` });
    return { json: { file, bytes: bytes.length }, text };
  },
});
