import { cellValue } from '../email/white-space.ts';
import { idForm } from '../matcher/id-forms.ts';
import { ID_KINDS, type IdKind } from '../model/user.ts';
import type { Candidate } from './candidates.ts';
import type { ColumnInspection, ColumnKind } from './inspection.ts';
import { type Look, valuesOf } from './look.ts';
import { looksLikeAddress } from './shapes.ts';

/** A column that could be an email or an id, with what each user has there. */
export interface ColumnFacts extends Candidate {
  /** By user; *no value* is null. */
  readonly values: readonly (string | null)[];
  /** Of ids, the form in which they are compared; null is no id. Of anything else, the values themselves. */
  readonly forms: readonly (string | null)[];
  readonly addresses: number;
}

export function factsOf(look: Look, candidate: Candidate): ColumnFacts {
  const isId = isIdKind(candidate.kind);
  const values = valuesOf(look, look.rows, candidate.column, isId);
  const kind = comparedAs(candidate);
  const forms = isId ? values.map((value) => idForm(kind, value)) : values;
  let addresses = 0;
  for (const value of values) if (value !== null && looksLikeAddress(value)) addresses += 1;
  return { ...candidate, values, forms, addresses };
}

/** Whether a column could be what is sent as an email. */
export function holdsAddresses({ kind, addresses }: Pick<ColumnFacts, 'kind' | 'addresses'>): boolean {
  return (kind === 'email' || kind === 'username') && addresses > 0;
}

export function isIdKind(kind: ColumnKind): boolean {
  return kind === 'id' || kind === 'provider-id' || ID_KINDS.some((known) => known === kind);
}

/** GUIDs compare by their bytes wherever they stand, so that an AD anchor under an unusual header is found. */
function comparedAs({ kind, shape }: Candidate): IdKind {
  return kind === 'immutable-id' || shape === 'guid' || shape === 'base64-guid' ? 'immutable-id' : 'employee-id';
}

export function inspectColumn(look: Look, facts: ColumnFacts): ColumnInspection {
  return {
    column: facts.text,
    kind: facts.kind,
    values: facts.shape,
    readAs: facts.readAs,
    filled: facts.forms.reduce((sum, form) => sum + (form === null ? 0 : 1), 0),
    addresses: facts.addresses,
    distinct: distinct(facts.forms),
    sharedByActive: sharedByActive(facts.forms, look.active),
    withSeveral: withSeveral(look, facts.column),
  };
}

function distinct(forms: readonly (string | null)[]): number {
  const all = new Set(forms);
  return all.has(null) ? all.size - 1 : all.size;
}

function sharedByActive(forms: readonly (string | null)[], active: readonly boolean[]): number {
  const once = new Set<string>();
  const shared = new Set<string>();
  forms.forEach((form, index) => {
    if (form === null || active[index] !== true) return;
    if (once.has(form)) shared.add(form);
    else once.add(form);
  });
  return shared.size;
}

function withSeveral({ mapping, rows }: Look, column: number): number {
  if (!mapping.source.holdsSeveral(column)) return 0;
  const values = (index: number) => mapping.source.values(rows[index] ?? [], column);
  return rows.reduce(
    (sum, _, index) => sum + (values(index).filter((value) => cellValue(value)).length > 1 ? 1 : 0),
    0,
  );
}
