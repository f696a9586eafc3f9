const HEAD_END = Buffer.from('\r\n\r\n');
const LENGTH = /\r\ncontent-length: *(\d+)/i;
const CHUNKED = /\r\ntransfer-encoding: *chunked/i;

/** Cuts the bytes of one connection into answers: tells the status of each once its last byte is there. */
export class AnswerReader {
  readonly #onAnswer: (status: number) => void;
  #rest: Buffer | null = null;

  constructor(onAnswer: (status: number) => void) {
    this.#onAnswer = onAnswer;
  }

  read(chunk: Buffer): void {
    let bytes = this.#rest === null ? chunk : Buffer.concat([this.#rest, chunk]);
    this.#rest = null;
    while (bytes.length > 0) {
      const end = endOf(bytes);
      if (end < 0) {
        this.#rest = bytes;
        return;
      }
      const status = (digit(bytes, 9) * 10 + digit(bytes, 10)) * 10 + digit(bytes, 11);
      bytes = bytes.subarray(end);
      this.#onAnswer(status);
    }
  }
}

function endOf(bytes: Buffer): number {
  const headEnd = bytes.indexOf(HEAD_END);
  if (headEnd < 0) return -1;
  const head = bytes.toString('latin1', 0, headEnd);
  if (CHUNKED.test(head)) throw new Error('chunked answers are not read here: let the server send a length');
  const end = headEnd + HEAD_END.length + Number(LENGTH.exec(head)?.[1] ?? 0);
  return end <= bytes.length ? end : -1;
}

function digit(bytes: Buffer, index: number): number {
  return (bytes[index] ?? 48) - 48;
}
