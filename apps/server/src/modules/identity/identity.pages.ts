import { acceptInvitation as invitationRoute } from '@cordee/contract/identity-members';
import { setUp as setUpRoute } from '@cordee/contract/identity';
import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/db/index.ts';
import { faultsOf, type Api, type Page, type PageRequest } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { invitationDone, invitationForm, problemOfRefusal, setupDone, setupForm, type FormState } from './setup-page.ts';
import { acceptInvitation } from './verbs/accept-invitation.ts';
import { setUp } from './verbs/set-up.ts';

type Form = (state: FormState) => Page;

/** The pages behind the one-time links: forms that need no script. */
export function serveIdentityPages(api: Api, db: Database, clock: Clock): void {
  api.page('GET', '/setup', async (request) => setupForm(emptyState(request)));
  api.page('POST', '/setup', (request) =>
    submitted(request, setupForm, async () => {
      const input = parse(setUpRoute.body, setUpInput(request.form, request.language));
      return setupDone(request.language, await setUp(contextOf(request, db, clock), input));
    }),
  );
  api.page('GET', '/invitation', async (request) => invitationForm(emptyState(request)));
  api.page('POST', '/invitation', (request) =>
    submitted(request, invitationForm, async () => {
      const { token = '', password = '' } = request.form;
      const input = parse(invitationRoute.body, { token, password });
      const { email } = await acceptInvitation(contextOf(request, db, clock), input.token, input.password);
      return invitationDone(request.language, email);
    }),
  );
}

function setUpInput(form: PageRequest['form'], language: string) {
  const { token, email, password, name, workspace, country = '', currency = '', zone } = form;
  return {
    token,
    email,
    password,
    name,
    workspace: {
      name: workspace,
      country: country.trim().toUpperCase(),
      currency: currency.trim().toUpperCase(),
      zone,
      language,
    },
  };
}

function emptyState({ language, query }: PageRequest): FormState {
  return { language, token: query['token'] ?? '', values: {}, problem: null };
}

/** The page that follows, or the form again with what was wrong. */
async function submitted(request: PageRequest, form: Form, run: () => Promise<Page>): Promise<Page> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const problem = problemOfRefusal(error.code, error.fields);
    return form({ language: request.language, token: request.form['token'] ?? '', values: request.form, problem });
  }
}

function parse<Schema extends z.ZodType>(schema: Schema | undefined, value: unknown): z.output<Schema> {
  if (schema === undefined) throw new Error('the route of a form has no body');
  const result = schema.safeParse(value, { reportInput: true });
  if (!result.success) throw new Refusal('invalid_request', faultsOf(schema, result.error.issues));
  return result.data;
}

function contextOf({ language, requestId }: PageRequest, db: Database, now: Clock): Context {
  return { actor: { kind: 'system', job: 'page' }, workspaceId: '', db, now, language, requestId };
}
