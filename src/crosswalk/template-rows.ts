import type { CrosswalkDecision, PersonKey } from '../model/crosswalk.ts';
import { ID_KINDS, type User } from '../model/user.ts';
import { sentenceCell, valueCell } from '../reporters/spreadsheet-cell.ts';
import type { Doubt } from './doubts.ts';
import { APP_COLUMN, APPLICATION_COLUMN, CROSSWALK_HEADER, KEY_COLUMNS, type KeyColumn } from './index.ts';
import { together } from './together.ts';
import { candidateWords, evidenceWords, userWords } from './words.ts';

/**
 * The cells of a crosswalk to fill in: the decisions that are there already, then one row for every two records that
 * a finding asks about, each couple once; rows that are decided together stand together.
 *
 * @param given - the rows of the crosswalk that was applied, which a new one should not lose
 */
export function* templateRows(doubts: readonly Doubt[], given: readonly CrosswalkDecision[] = []): Generator<string[]> {
  const seen = new Set<string>();
  const notes = new Map<string, CrosswalkDecision>();
  for (const row of given) {
    const key = keyOf(row.old, row.new, row.app, row.application);
    if (row.decision === undefined) {
      // Nothing is lost of a row that decides nothing but its note.
      if (row.note !== undefined) notes.set(key, row);
      continue;
    }
    seen.add(key);
    yield givenRow(row);
  }
  for (const doubt of together(doubts)) {
    const key = keyOf(personKey(doubt.old), personKey(doubt.new), doubt.app?.sso ?? undefined, doubt.application);
    if (seen.has(key)) continue;
    seen.add(key);
    yield doubtRow(doubt, notes.get(key)?.note);
    notes.delete(key);
  }
  for (const row of notes.values()) yield givenRow(row);
}

function doubtRow(doubt: Doubt, note: string | undefined): string[] {
  const { old, new: next, app, finding } = doubt;
  return rowOf({
    note: valueCell(note),
    why: sentenceCell(finding.kind),
    'old person': sentenceCell(userWords(old)),
    'new person': sentenceCell(userWords(next)),
    'app account': sentenceCell(userWords(app)),
    evidence: sentenceCell(evidenceWords(doubt)),
    candidates: sentenceCell(candidateWords(doubt)),
    doubt: sentenceCell(finding.message),
    ...keyCells('old', personKey(old)),
    ...keyCells('new', personKey(next)),
    [APP_COLUMN]: valueCell(app?.sso),
    [APPLICATION_COLUMN]: valueCell(doubt.application),
  });
}

function givenRow({ decision, note, old, new: next, app, application }: CrosswalkDecision): string[] {
  return rowOf({
    decision: sentenceCell(decision),
    note: valueCell(note),
    ...keyCells('old', old),
    ...keyCells('new', next),
    [APP_COLUMN]: valueCell(app),
    [APPLICATION_COLUMN]: valueCell(application),
  });
}

function rowOf(cells: Readonly<Record<string, string>>): string[] {
  return CROSSWALK_HEADER.map((column) => cells[column] ?? '');
}

function personKey(user: User | null): PersonKey | undefined {
  if (user === null) return undefined;
  const ids = Object.fromEntries(ID_KINDS.flatMap((kind) => (user.ids[kind] === null ? [] : [[kind, user.ids[kind]]])));
  return {
    email: user.sso ?? user.scim ?? undefined,
    username: user.username ?? undefined,
    ids,
    name: user.name ?? undefined,
  };
}

function keyCells(side: 'old' | 'new', key: PersonKey | undefined): Record<string, string> {
  return Object.fromEntries(KEY_COLUMNS.map((column) => [`${side} ${column}`, valueCell(keyValue(key, column))]));
}

function keyValue(key: PersonKey | undefined, column: KeyColumn): string | undefined {
  if (column === 'email' || column === 'username' || column === 'name') return key?.[column];
  return key?.ids?.[column];
}

/** The same for one couple, whichever finding asks about it. */
function keyOf(
  old: PersonKey | undefined,
  next: PersonKey | undefined,
  app: string | undefined,
  application: string | undefined,
): string {
  const values = (key: PersonKey | undefined) => KEY_COLUMNS.map((column) => keyValue(key, column) ?? '');
  return JSON.stringify([values(old), values(next), app ?? '', application ?? '']);
}
