const LEFT_OUT = /^⟨[\d,]+ characters left out, SHA-256 [0-9a-f]{64}⟩$/;

/** What stands in place of a cell that is too long to be kept. */
export function leftOut(length: number, sha256: string): string {
  return `⟨${length.toLocaleString('en')} characters left out, SHA-256 ${sha256}⟩`;
}

/** Whether a reader left out what a cell held. */
export function isLeftOut(cell: string): boolean {
  return LEFT_OUT.test(cell);
}
