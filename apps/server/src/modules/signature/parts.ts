import type { Language } from '@cordee/contract/language';
import type { Clock } from '../../platform/clock/index.ts';
import type { Context } from '../../platform/context.ts';
import type { Database, Tx } from '../../platform/db/index.ts';
import type { PdfSigner, PdfTimestamper } from '../../platform/pdf/index.ts';

export interface SignerToTell {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/** What signers are written. Each is written in the transaction of what it tells. */
export interface SignatureLetters {
  asked(
    tx: Tx,
    workspaceId: string,
    to: SignerToTell,
    told: { purpose: string; message: string | null; link: string; again: boolean; until: number },
  ): Promise<void>;
  code(tx: Tx, workspaceId: string, to: SignerToTell, told: { purpose: string; code: string; minutes: number }): Promise<void>;
  over(tx: Tx, workspaceId: string, to: SignerToTell, told: { purpose: string; state: EndState; link: string }): Promise<void>;
}

export type EndState = 'completed' | 'refused' | 'expired' | 'cancelled';

/** Signs in the place of the installation's key, such as a qualified provider with a certificate of the person. None comes with the program. */
export interface SignatureProvider {
  readonly name: string;
  /** null: not for this person. It is asked for signatures and keeps the key to itself. */
  signerOf(workspaceId: string, person: SignerToTell): Promise<PdfSigner | null>;
}

export interface SignatureParts {
  readonly db: Database;
  readonly now: Clock;
  /** With the key of the installation, which others keep. */
  readonly ownSigner: (context: Context) => Promise<PdfSigner>;
  /** Keys the codes. */
  readonly codeKey: Buffer;
  readonly baseUrl: string;
  readonly letters: SignatureLetters;
  /** null: signatures carry the time of this server only. */
  readonly timestamper: PdfTimestamper | null;
  readonly provider?: SignatureProvider;
  /** Something was written by a link, which no session stands behind: what follows from it is followed soon. */
  readonly written?: (workspaceId: string) => void;
}
