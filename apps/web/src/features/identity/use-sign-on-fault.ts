import { useLingui } from '@lingui/react/macro';

/** What to say of a sign-on that did not succeed, and what to do next. */
export function useSignOnFault(fault: string): { title: string; hint: string } {
  const { t } = useLingui();
  switch (fault) {
    case 'required':
      return {
        title: t`Your company asks you to come in by its own sign-on.`,
        hint: t`Continue with it below. Owners with a second step may use their password.`,
      };
    case 'expired':
      return {
        title: t`This sign-on is over.`,
        hint: t`It took more than ten minutes, was used already, or began in another browser. Begin again.`,
      };
    case 'cancelled':
      return { title: t`The sign-on was cancelled.`, hint: t`Nothing was changed. Begin again, or sign in with a password.` };
    case 'unreachable':
      return {
        title: t`Your company’s identity provider does not answer.`,
        hint: t`Try again in a few minutes. If it stays, tell whoever runs it.`,
      };
    case 'inactive':
      return {
        title: t`This company’s sign-on is not active.`,
        hint: t`Sign in with a password, or ask an owner of the workspace.`,
      };
    case 'unverified_email':
      return {
        title: t`Your identity provider does not confirm your e-mail address.`,
        hint: t`Verify the address there, or ask an owner: the provider may have to be told to pass it on.`,
      };
    case 'domain':
      return {
        title: t`Your address is not one of this company.`,
        hint: t`Sign on with your address at the company. An owner says which domains come in.`,
      };
    case 'not_invited':
      return { title: t`You have not been invited yet.`, hint: t`Ask an owner of the workspace to invite your address.` };
    case 'other_person':
      return {
        title: t`This address belongs to somebody else here.`,
        hint: t`An owner of the workspace removes the former person, then invites you.`,
      };
    default:
      return {
        title: t`Your identity provider’s answer could not be trusted.`,
        hint: t`Begin again. If it stays, an owner tests the connection in the settings.`,
      };
  }
}
