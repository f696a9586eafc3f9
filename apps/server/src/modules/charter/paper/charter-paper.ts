import { type Article, charterWords, renderCharter } from '@cordee/core/charter';
import type { Language } from '@cordee/contract/language';
import { endPaper, FAINT, INK, MARGIN, openPaper, type Paper, say, textEnd, textWidth } from '../../../platform/pdf/index.ts';
import type { VersionRecord } from '../charter.store.ts';

const titles: Readonly<Record<Language, (version: number) => string>> = {
  en: (version) => `Partnership charter, version ${version}`,
  fr: (version) => `Charte de partenariat, version ${version}`,
};
const notices: Readonly<Record<Language, string>> = {
  en: 'Drafted by the parties; the software gives no legal advice.',
  fr: 'Rédigée par les parties ; le logiciel ne donne pas de conseil juridique.',
};
const signatures: Readonly<Record<Language, string>> = { en: 'Signatures', fr: 'Signatures' };

/** What the paper of a version is called, in its prevailing language. */
export function paperTitle({ document: { parties, prevailing }, number }: VersionRecord): string {
  return `${titles[prevailing](number)} · ${parties.company.name} – ${parties.partner.name}`;
}

/** A version on paper, the prevailing language first and the other below it, clause by clause. The same version gives the same bytes. */
export function charterPaper(version: VersionRecord): Promise<Buffer> {
  const { document, hash, number, approvedAt, openedAt } = version;
  const first = document.prevailing;
  const other: Language = first === 'fr' ? 'en' : 'fr';
  const { company } = document.parties;
  const paper = openPaper({
    title: paperTitle(version),
    author: company.name,
    language: first,
    at: approvedAt ?? openedAt,
    keywords: hash,
  });
  const { doc } = paper;
  say(paper, 'H1', () => doc.font('strong').fontSize(18).text(titles[first](number)));
  say(paper, 'P', () => doc.font('regular').fontSize(11).fillColor(FAINT).text(titles[other](number)));
  doc.moveDown(1);
  writeSections(paper, version, first, other);
  writeSignatures(paper, version, first);
  return endPaper(paper, [notices[first], `SHA-256 ${hash}`], (page, pages) => `${page} / ${pages}`);
}

function writeSections(paper: Paper, { document }: VersionRecord, first: Language, other: Language): void {
  const { doc } = paper;
  const beside = renderCharter(document, other);
  for (const [index, section] of renderCharter(document, first).entries()) {
    if (section.letter !== null) {
      const also = beside[index]?.heading ?? '';
      const heading = `${section.letter}. ${section.heading}${also === section.heading ? '' : ` / ${also}`}`;
      keepRoom(paper, 80);
      doc.moveDown(0.8);
      say(paper, 'H2', () => doc.font('strong').fontSize(13).fillColor(INK).text(heading, MARGIN));
      doc.moveDown(0.4);
    }
    for (const [place, article] of section.articles.entries()) writeArticle(paper, article, beside[index]?.articles[place]);
  }
}

function writeArticle(paper: Paper, article: Article, beside: Article | undefined): void {
  const { doc } = paper;
  const width = textWidth(doc);
  const head = article.number === '' ? article.heading : `${article.number}. ${article.heading}`;
  keepRoom(paper, 48);
  say(paper, 'H3', () => doc.font('strong').fontSize(10).fillColor(INK).text(head, MARGIN, doc.y, { width }));
  say(paper, 'P', () => doc.font('regular').fontSize(9.5).fillColor(INK).text(article.text, { width }));
  if (beside !== undefined) {
    doc.moveDown(0.25);
    say(paper, 'P', () => {
      doc.font('strong').fontSize(8.5).fillColor(FAINT).text(`${beside.heading}. `, { width, continued: true });
      doc.font('regular').fontSize(8.5).fillColor(FAINT).text(beside.text, { width });
    });
  }
  doc.moveDown(0.7);
}

function writeSignatures(paper: Paper, { document }: VersionRecord, first: Language): void {
  const { doc } = paper;
  const words = charterWords[first];
  keepRoom(paper, 140);
  doc.moveDown(1);
  say(paper, 'H2', () => doc.font('strong').fontSize(13).fillColor(INK).text(signatures[first], MARGIN));
  for (const side of ['company', 'partner'] as const) {
    doc.moveDown(0.6);
    const signer = document.people.find((person) => person.side === side)?.name ?? '';
    const line = `${document.parties[side].name} (${words.side[side]})${signer === '' ? '' : ` · ${signer}`}`;
    say(paper, 'P', () => doc.font('regular').fontSize(10).text(line, MARGIN));
    doc.moveDown(2.4);
  }
}

/** Begins another page where a heading would stand alone at the foot of this one. */
function keepRoom({ doc }: Paper, points: number): void {
  if (doc.y + points > textEnd(doc)) doc.addPage();
}
