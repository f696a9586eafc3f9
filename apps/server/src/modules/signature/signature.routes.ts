import { signatureRoutes as routes } from '@cordee/contract/signature';
import { signingRoutes } from '@cordee/contract/signing';
import type { Api, Reply } from '../../platform/http/index.ts';
import { holderOf } from './by-link.ts';
import { serveSigningPage } from './pages/signing-page.ts';
import { serveVerifyPage } from './pages/verify-page.ts';
import type { SignatureParts } from './parts.ts';
import { bundleOf, certificateOf } from './proof/prove.ts';
import { getDocument, getEnvelope, listEnvelopes } from './queries/envelopes.ts';
import { verifyDocument } from './queries/verify-document.ts';
import { openByLink } from './verbs/answer-by-link.ts';
import { openOwnLink, replaceSigner } from './verbs/change-signer.ts';
import { addDocument, createEnvelope } from './verbs/create-envelope.ts';
import { cancelEnvelope, remindEnvelope, sendEnvelope } from './verbs/run-envelope.ts';

/** Serves envelopes, the pages of signers, and verification. */
export function registerSignatures(api: Pick<Api, 'on' | 'page'>, parts: SignatureParts): void {
  api.on(routes.createEnvelope, (context, { body }) => createEnvelope(context, body));
  api.on(routes.addEnvelopeDocument, (context, { params, query, rawBody }) =>
    addDocument(context, params.id, { name: query.name, bytes: rawBody }),
  );
  api.on(routes.sendEnvelope, (context, { params }) => sendEnvelope(context, parts, params.id));
  api.on(routes.remindEnvelope, (context, { params }) => remindEnvelope(context, parts, params.id));
  api.on(routes.cancelEnvelope, (context, { params, body }) => cancelEnvelope(context, parts, params.id, body.reason));
  api.on(routes.replaceEnvelopeSigner, (context, { params, body }) =>
    replaceSigner(context, parts, params.id, params.signerId, body),
  );
  api.on(routes.openOwnSigningLink, (context, { params }) => openOwnLink(context, parts, params.id));
  api.on(routes.listEnvelopes, (context, { query }) => listEnvelopes(context, query));
  api.on(routes.getEnvelope, (context, { params }) => getEnvelope(context, params.id));
  api.on(routes.readEnvelopeDocument, async (context, { params, reply }) => {
    const { name, bytes } = await getDocument(context, params.id, params.number);
    return file(reply, 'application/pdf', name, bytes);
  });
  api.on(routes.readEnvelopeCertificate, async (context, { params, reply }) => {
    return file(reply, 'application/pdf', 'certificate.pdf', await certificateOf(context, parts, params.id));
  });
  api.on(routes.readEnvelopeBundle, async (context, { params, reply }) => {
    return file(reply, 'application/zip', 'signatures.zip', await bundleOf(context, parts, params.id));
  });
  api.on(signingRoutes.readSigningDocument, async (context, { query, headers, address, reply }) => {
    const holder = await holderOf(context, query.token);
    await openByLink(holder, parts, { address, agent: headers['user-agent'] ?? '' });
    const { name, bytes } = await getDocument(holder.context, holder.envelopeId, query.number);
    return file(reply, 'application/pdf', name, bytes, 'inline');
  });
  api.on(signingRoutes.verifyDocument, (context, { rawBody }) => verifyDocument(context.db, rawBody));
  serveSigningPage(api, parts);
  serveVerifyPage(api);
}

function file(reply: Reply, type: string, name: string, bytes: Buffer, how: 'attachment' | 'inline' = 'attachment'): Buffer {
  reply.type(type);
  reply.header('cache-control', 'no-store');
  reply.header('content-disposition', `${how}; filename*=UTF-8''${encodeURIComponent(name)}`);
  return bytes;
}
