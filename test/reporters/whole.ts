import { type Reconciliation, type RenderOptions, type ReportFormat, render } from '../../src/node.ts';

/** A whole report as one text. */
export async function whole(
  format: ReportFormat,
  reconciliation: Reconciliation,
  options?: RenderOptions,
): Promise<string> {
  let text = '';
  for await (const piece of render(format, reconciliation, options)) text += piece;
  return text;
}
