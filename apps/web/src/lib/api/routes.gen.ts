// Made by `npm run generate` from the contract. Do not edit.
import type { RouteTable } from '@cordee/contract/routes';

/** Method, path, and whether a repetition is recognised by its Idempotency-Key. */
export const routeCalls = {
  setUp: ['POST', '/api/v1/setup'],
  listWorkspaces: ['GET', '/api/v1/workspaces'],
  getWorkspace: ['GET', '/api/v1/workspace'],
  getLogo: ['GET', '/api/v1/workspaces/:id/logo'],
  acceptInvitation: ['POST', '/api/v1/invitation'],
  findSignOn: ['GET', '/api/v1/sign-on/offers'],
  listPartners: ['GET', '/api/v1/partners'],
  getPartner: ['GET', '/api/v1/partners/:id'],
  changePartner: ['PATCH', '/api/v1/partners/:id', 'key'],
  listPeople: ['GET', '/api/v1/partners/:id/people'],
  invitePerson: ['POST', '/api/v1/partners/:id/people', 'key'],
  removePerson: ['DELETE', '/api/v1/partners/:id/people/:userId'],
  listFacts: ['GET', '/api/v1/facts'],
  getFact: ['GET', '/api/v1/facts/:id'],
  explainFact: ['GET', '/api/v1/facts/:id/why'],
  listCommissions: ['GET', '/api/v1/commissions'],
  getCommission: ['GET', '/api/v1/commissions/:id'],
  explainCommission: ['GET', '/api/v1/commissions/:id/why'],
  followLive: ['GET', '/api/v1/live'],
  getBalance: ['GET', '/api/v1/partners/:id/balance'],
  getStatement: ['GET', '/api/v1/partners/:id/statement'],
} as const satisfies { [Id in keyof RouteTable]?: readonly [method: string, path: string, idempotency?: 'key'] };
