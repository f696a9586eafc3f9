import { readFile } from 'node:fs/promises';
import { verifyTrail } from '@cordee/core/signature';
import { sha256 } from '../../platform/crypto/index.ts';
import { verifyDocument } from '../../modules/signature/index.ts';
import { defineCommand } from '../command.ts';

/** Verifies a PDF that was signed here, or the trail of a bundle. */
export const verifySignature = defineCommand({
  name: 'signature verify',
  summary: {
    en: 'Verify the signatures of a PDF, or a trail (audit.json); exit code 1 if anything was changed.',
    fr: 'Vérifier les signatures d’un PDF, ou une piste d’audit (audit.json) ; code de sortie 1 si quelque chose a changé.',
  },
  options: {},
  positionals: [{ name: 'file', help: { en: 'a PDF, or audit.json', fr: 'un PDF, ou audit.json' } }],
  async run({ words: { file }, installation, say }) {
    const bytes = await readFile(file);
    if (!bytes.subarray(0, 1024).includes('%PDF-')) {
      const verdict = verifyTrail(bytes.toString('utf8'), (text) => sha256(text).toString('hex'));
      const ok = 'head' in verdict;
      const text = ok
        ? say({
            en: `Whole: ${verdict.count} events, ending in ${verdict.head}.`,
            fr: `Intacte : ${verdict.count} événements, se terminant par ${verdict.head}.`,
          })
        : say({
            en: `Changed: event ${verdict.brokenAt} is not as it was written.`,
            fr: `Modifiée : l’événement ${verdict.brokenAt} n’est plus tel qu’il a été écrit.`,
          });
      return { ok, json: verdict, text };
    }
    const { db } = await installation();
    const verdict = await verifyDocument(db, bytes);
    const ok = verdict.isIntact && verdict.isOurs;
    const lines = verdict.signatures.map(({ number, faults, reason, signedAt }) => {
      return `${number}. ${faults.length === 0 ? 'ok' : faults.join(', ')} · ${reason ?? ''} · ${signedAt ?? ''}`;
    });
    const whole = verdict.isWhole ? [] : [say({ en: 'Not covered to its end.', fr: 'Non couvert jusqu’à la fin.' })];
    const head = ok
      ? say({ en: 'Valid: signed here, and unchanged since.', fr: 'Valable : signé ici, et inchangé depuis.' })
      : say({ en: 'Not valid, or not signed here.', fr: 'Non valable, ou non signé ici.' });
    return { ok, json: verdict, text: [head, ...lines, ...whole].join('\n') };
  },
});
