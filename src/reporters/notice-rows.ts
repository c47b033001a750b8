import { shown } from '../email/shown.ts';
import type { Reconciliation } from '../model/reconciliation.ts';
import { type Notice, noticeOf, type PersonNotice } from './notice.ts';
import { sentenceCell, valueCell } from './spreadsheet-cell.ts';

const SENTENCES: Readonly<Record<Notice, (told: PersonNotice) => string>> = {
  'sign-in-again': ({ signInWith }) =>
    `You will be signed out. Sign in again as before, with ${shown(signInWith)}: everything is where it was.`,
  'sign-in-with-new-address': ({ signInWith, signedInWith }) =>
    `You will be signed out. Sign in again with ${shown(signInWith)}${signedInWith === null ? '' : `, where it was ${shown(signedInWith)} until now`}: everything is where it was.`,
  'call-first': () =>
    'Please do not sign in after the switch before we have spoken with you: your account needs our attention first. We will call you.',
  'loses-access': () => 'Your access ends with the switch. If you still need it, please tell us before.',
  'new-account': ({ signInWith }) => `You can use the app after the switch: sign in with ${shown(signInWith)}.`,
  nothing: () => 'You have no account, and the switch changes nothing for you.',
};

/** Names that any mail merge takes for the name of a field. */
const COLUMNS: Readonly<Record<string, (told: PersonNotice) => string>> = {
  reach_at: ({ reachAt }) => valueCell(reachAt),
  name: ({ name }) => valueCell(name),
  notice: ({ notice }) => sentenceCell(notice),
  signed_out: ({ isSignedOut }) => (isSignedOut ? 'yes' : 'no'),
  call_first: ({ notice }) => (notice === 'call-first' ? 'yes' : 'no'),
  sign_in_with: ({ signInWith }) => valueCell(signInWith),
  signed_in_with: ({ signedInWith }) => valueCell(signedInWith),
  sentence: (told) => sentenceCell(SENTENCES[told.notice](told)),
};

/** The names of the columns, in order. */
export const NOTICE_HEADER: readonly string[] = Object.keys(COLUMNS);
const READERS = Object.values(COLUMNS);

/** One row for everybody whom there is something to tell, in the order of the report. */
export function* noticeRows({ people, mode, compare }: Reconciliation): Generator<string[]> {
  for (const person of people) {
    const told = noticeOf(person, mode, compare);
    if (told !== null) yield READERS.map((cell) => cell(told));
  }
}
