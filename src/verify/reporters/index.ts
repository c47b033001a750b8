// The registry of the forms that a verification can take in any runtime.
// May use: model, email/shown, what makes text harmless in reporters. A new form is one file and one line here.
// May not: see anything before the verification, or switch on the kind of a finding.
import { json } from './json.ts';
import { ndjson } from './ndjson.ts';
import { text } from './text.ts';

/** Forms that need no Node. */
export const VERIFICATION_REPORTERS = [text, json, ndjson] as const;
