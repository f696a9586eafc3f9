const firstSize = 256 * 1024;

/** Rows in COPY's text format as one run of bytes: what a query must give. */
export class ExpectedRows {
  #bytes = Buffer.allocUnsafe(firstSize);
  #end = 0;

  /** `line` without its end. */
  add(line: string): void {
    // A character takes three bytes at most.
    const most = line.length * 3 + 1;
    if (this.#end + most > this.#bytes.length) this.#grow(most);
    this.#end += this.#bytes.write(line, this.#end, 'utf8');
    this.#bytes[this.#end] = 10;
    this.#end += 1;
  }

  /** Those added since they were last taken. */
  take(): Buffer {
    const taken = this.#bytes.subarray(0, this.#end);
    this.#bytes = Buffer.allocUnsafe(this.#bytes.length);
    this.#end = 0;
    return taken;
  }

  #grow(more: number): void {
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#end + more));
    this.#bytes.copy(larger, 0, 0, this.#end);
    this.#bytes = larger;
  }
}
