import type { Language } from '@cordee/contract/language';
import { encodeId } from '@cordee/core/ids';
import type { ChainedEvent } from '@cordee/core/signature';
import { formatInstant } from '@cordee/core/time';
import { endPaper, FAINT, INK, openPaper, say, writeTable } from '../../../platform/pdf/index.ts';
import type { EnvelopeRecord } from '../envelope.store.ts';
import { eventWords } from '../event-words.ts';

const words = {
  en: {
    title: 'Certificate of completion',
    documents: 'Documents',
    documentColumns: ['Document', 'SHA-256 as given, and as signed'],
    signers: 'Signers',
    signerColumns: ['Signer', 'Signed at (UTC)', 'From'],
    trail: 'What happened',
    trailColumns: ['No.', 'At (UTC)', 'Event', 'Who'],
    company: 'the company',
    clock: 'the server',
    legal:
      'Simple electronic signatures (Regulation (EU) No 910/2014, art. 3 (10)): each signer had a link and a code sent to the address above. Who reads mail at that address is not otherwise identified.',
    head: 'The trail ends in',
    page: (page: number, pages: number) => `${page} / ${pages}`,
  },
  fr: {
    title: 'Certificat de signature',
    documents: 'Documents',
    documentColumns: ['Document', 'SHA-256 à l’origine, puis signé'],
    signers: 'Signataires',
    signerColumns: ['Signataire', 'Signé le (UTC)', 'Depuis'],
    trail: 'Ce qui s’est passé',
    trailColumns: ['N°', 'Le (UTC)', 'Événement', 'Qui'],
    company: 'l’entreprise',
    clock: 'le serveur',
    legal:
      'Signatures électroniques simples (règlement (UE) n° 910/2014, art. 3, point 10) : chaque signataire disposait d’un lien et d’un code envoyés à l’adresse ci-dessus. La personne qui lit cette messagerie n’est pas identifiée autrement.',
    head: 'La piste d’audit se termine par',
    page: (page: number, pages: number) => `${page} / ${pages}`,
  },
} as const;

/** Who signed what and when, on paper: the same envelope gives the same bytes. */
export function certificatePaper(envelope: EnvelopeRecord, events: readonly ChainedEvent[], author: string, language: Language) {
  const text = words[language];
  const title = `${text.title} · ${envelope.purpose}`;
  const paper = openPaper({ title, author, language, at: envelope.endedAt ?? envelope.createdAt, keywords: envelope.head });
  const { doc } = paper;
  const heading = (line: string) => {
    doc.moveDown(1.2);
    say(paper, 'H2', () => doc.font('strong').fontSize(11).fillColor(INK).text(line));
    doc.moveDown(0.4);
  };
  say(paper, 'H1', () => doc.font('strong').fontSize(19).text(text.title));
  say(paper, 'P', () => doc.font('regular').fontSize(11).text(envelope.purpose));
  say(paper, 'P', () =>
    doc
      .fontSize(8.5)
      .fillColor(FAINT)
      .text(`${encodeId('env', envelope.id)} · ${author}`),
  );
  heading(text.documents);
  const documents = envelope.documents.map(({ name, sha256, currentSha256 }) => ({
    cells: [[name] as const, [sha256, currentSha256] as const],
  }));
  writeTable(paper, columns(text.documentColumns, [30, 70]), documents);
  heading(text.signers);
  const signed = new Map(events.filter(({ kind }) => kind === 'signed').map((event) => [event.by, event]));
  const signers = envelope.signers.filter(({ state }) => state === 'signed');
  writeTable(
    paper,
    columns(text.signerColumns, [50, 28, 22]),
    signers.map(({ id, name, email, signedAt }) => {
      const at = signedAt === null ? '' : formatInstant(signedAt);
      return { cells: [[name, email], [at], [signed.get(encodeId('sgn', id))?.data['address'] ?? '']] };
    }),
  );
  heading(text.trail);
  const names = new Map(envelope.signers.map(({ id, name }) => [encodeId('sgn', id), name]));
  const who = (by: string) => (by === 'company' ? text.company : by === 'clock' ? text.clock : (names.get(by) ?? by));
  const trail = events.map(({ number, at, kind, by, data }) => ({
    cells: [[String(number)], [formatInstant(at)], [eventWords(kind)[language], data['email']], [who(by)]] as const,
  }));
  writeTable(paper, columns(text.trailColumns, [6, 26, 42, 26]), trail as never);
  doc.moveDown(1.2);
  say(paper, 'P', () => doc.font('regular').fontSize(8.5).fillColor(FAINT).text(text.legal));
  return endPaper(paper, [text.head, envelope.head], text.page);
}

function columns(headers: readonly string[], shares: readonly number[]) {
  return headers.map((header, index) => ({ header, share: shares[index] ?? 1 }));
}
