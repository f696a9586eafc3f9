import type { Route } from '@cordee/contract/route';
import type { RouteTable } from '@cordee/contract/routes';
import type { z } from 'zod';
import { currentLanguage } from '../../i18n/language.ts';
import { chooseMembership, chosenMembership } from '../membership-choice.ts';
import { embed } from '../embed.ts';
import { leavePortalView, portalView } from '../portal-view.ts';
import { Problem, problemOf } from './problem.ts';
import { routeCalls } from './routes.gen.ts';

export type RouteId = keyof RouteTable;

type Parts<Id extends RouteId> =
  RouteTable[Id] extends Route<infer Params, infer Query, infer Body, infer Answer>
    ? { params: z.input<Params>; query: z.input<Query>; body: z.input<Body>; answer: z.input<Answer> }
    : never;

// A part the route does not declare is `unknown`; one without a required field may be left out.
type Part<Name extends string, Value> = unknown extends Value
  ? unknown
  : Partial<Value> extends Value
    ? { readonly [Key in Name]?: Value }
    : { readonly [Key in Name]: Value };

/** What a route takes: params, query and body as they travel. */
export type InputOf<Id extends RouteId> = Part<'params', Parts<Id>['params']> &
  Part<'query', Parts<Id>['query']> &
  Part<'body', Parts<Id>['body']>;

/** What a route answers, as it travels: instants and ids are text, amounts integers in minor units. */
export type AnswerOf<Id extends RouteId> = Parts<Id>['answer'];

interface CallOptions {
  readonly signal?: AbortSignal;
  /** Of this attempt and its repetitions; made anew when absent. */
  readonly idempotencyKey?: string;
  /** Goes out even when the page is being left. */
  readonly keepalive?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

interface LooseInput {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly file?: Blob;
}

let signedOut: () => void = () => undefined;

/** Told whenever the server no longer knows who is asking. */
export function onSignedOut(listener: () => void): void {
  signedOut = listener;
}

/** Calls a route of the contract by its id. Throws a Problem. */
export async function call<Id extends RouteId>(id: Id, input: InputOf<Id>, options: CallOptions = {}): Promise<AnswerOf<Id>> {
  const response = await send(id, input, options, 'application/json');
  return (response.status === 204 ? undefined : await response.json()) as AnswerOf<Id>;
}

/** The same address as a file of another type, such as text/csv. Throws a Problem. */
export async function download<Id extends RouteId>(id: Id, input: InputOf<Id>, type: string): Promise<Blob> {
  return (await send(id, input, {}, type)).blob();
}

/** What a route tells as it happens, as text. Throws a Problem. */
export async function listen<Id extends RouteId>(
  id: Id,
  input: InputOf<Id>,
  options: CallOptions,
): Promise<ReadableStream<string>> {
  const { body } = await send(id, input, options, 'text/event-stream');
  if (body === null) throw new Problem({ code: 'unreadable', status: 0 });
  return body.pipeThrough(new TextDecoderStream());
}

/** Sends a file as it is to a route that takes one. Throws a Problem. */
export async function upload<Id extends RouteId>(id: Id, input: InputOf<Id>, file: Blob, type: string): Promise<AnswerOf<Id>> {
  const whole = Object.assign({}, input, { file });
  const response = await send(id, whole, { headers: { 'content-type': type } }, 'application/json');
  return (await response.json()) as AnswerOf<Id>;
}

type Call = readonly [method: string, path: string, idempotency?: 'key'];

type Calls = Readonly<Partial<Record<RouteId, Call>>>;

let calls: Calls = routeCalls;

/** Adds the calls no first screen of a portal makes: they come with the console's frame, or when one is made. */
export function learnCalls(more: Calls): void {
  calls = { ...calls, ...more };
}

/** How a route is called that is not known yet: the frame is still on its way. */
async function fetchCall(id: RouteId): Promise<Call> {
  learnCalls((await import('./company-routes.gen.ts')).companyCalls);
  const found = calls[id];
  if (found === undefined) throw new Error(`the contract has no route ${id}`);
  return found;
}

async function send<Id extends RouteId>(id: Id, input: InputOf<Id>, options: CallOptions, accept: string): Promise<Response> {
  // What is known goes out at once: a page that is being left waits for nothing.
  const [method, path, idempotency] = calls[id] ?? (await fetchCall(id));
  const { params = {}, query = {}, body, file } = input as LooseInput;
  const headers: Record<string, string> = { accept, ...callerHeaders() };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (idempotency === 'key') headers['idempotency-key'] = options.idempotencyKey ?? crypto.randomUUID();
  const request: RequestInit = { method, headers: { ...headers, ...options.headers } };
  if (body !== undefined) request.body = JSON.stringify(body);
  if (file !== undefined) request.body = file;
  if (options.signal !== undefined) request.signal = options.signal;
  if (options.keepalive === true) request.keepalive = true;
  const response = await answered(`${addressOf(path, params)}${searchOf(query)}`, request);
  if (response.ok) return response;
  const problem = await problemOf(response);
  // Where a person is asked for their workspaces, the way to the sign-in is taken by the route itself.
  if (problem.code === 'portal_view_over') {
    leavePortalView();
    location.assign('/');
  }
  // Who has left reads there what they still may.
  if (problem.code === 'access_ended' && location.pathname !== '/portal/leaving') location.assign('/portal/leaving');
  const workspace = chosenMembership();
  if (problem.code === 'sign_on_required' && workspace !== null) {
    // The choice is made anew, so that other companies of theirs can still be reached.
    chooseMembership(null);
    location.assign(`/sign-in?refused=required&company=${workspace.workspaceId}`);
  }
  if (problem.code === 'unauthenticated' && id !== 'listWorkspaces') signedOut();
  throw problem;
}

/** Who calls, in which place and language. */
export function callerHeaders(): Record<string, string> {
  const headers: Record<string, string> = { 'accept-language': currentLanguage() };
  const workspace = chosenMembership();
  const framed = embed();
  if (framed !== null) headers['authorization'] = `Bearer ${framed.token ?? 'none'}`;
  else if (workspace !== null) headers['cordee-workspace'] = workspace.workspaceId;
  const look = portalView();
  if (look !== null) headers['cordee-portal-view'] = look.view;
  return headers;
}

async function answered(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem({ code: 'unreachable', status: 0 });
  }
}

function addressOf(path: string, params: Readonly<Record<string, unknown>>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(textOf(params[name])));
}

function searchOf(query: Readonly<Record<string, unknown>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, textOf(value));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

/** Parts of an address are texts, numbers or true and false. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
