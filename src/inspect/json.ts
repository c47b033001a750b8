import { inertJson } from '../reporters/inert-json.ts';
import { VERSION } from '../version.ts';
import type { Inspection } from './inspection.ts';

/**
 * An inspection as one JSON document, in the form of `inspectionReportSchema`.
 *
 * @param createdAt - ISO 8601; default the epoch, so that the core needs no clock
 */
export function inspectionJson(inspection: Inspection, createdAt = '1970-01-01T00:00:00.000Z'): string {
  const { schemaVersion, ...rest } = inspection;
  const tool = { name: 'idp-preflight', version: VERSION };
  return `${inertJson({ schemaVersion, tool, createdAt, ...rest }, 2)}\n`;
}
