import { liftSignOn as lift } from '../../modules/identity/index.ts';
import { defineCommand, WORKSPACE } from '../command.ts';

export const liftSignOn = defineCommand({
  name: 'sign-on lift',
  summary: {
    en: 'No longer require the company’s identity provider: passwords open the workspace again.',
    fr: 'Ne plus exiger le fournisseur d’identité de l’entreprise : les mots de passe ouvrent de nouveau l’espace.',
  },
  options: { workspace: WORKSPACE },
  positionals: [],
  async run({ options, installation, say }) {
    const { context, baseUrl } = await installation();
    const lifted = await lift(await context(options.workspace), baseUrl);
    return {
      json: lifted,
      text: say({ en: 'Sign-on is no longer required.', fr: 'La connexion d’entreprise n’est plus exigée.' }),
    };
  },
});
