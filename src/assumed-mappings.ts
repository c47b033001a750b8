import type { InputSummary } from './model/input.ts';
import type { Reconciliation } from './model/reconciliation.ts';
import type { Attribute } from './model/user.ts';
import { sentAttributes } from './sent-attributes.ts';

/** An email column that counts, and that nobody named. */
export interface AssumedMapping extends Pick<InputSummary, 'side' | 'file'> {
  /** What it was taken for; of the service provider's own list, `sso` is the address of the account. */
  readonly attribute: Attribute;
  /** Header text of the column; null where none was found. */
  readonly column: string | null;
}

/**
 * Which email columns count in the mode, and were assumed rather than named. In `jit` and `manual` mode the new SCIM email
 * does not count, since it is not sent; nor does the old one where it is read from the column that was named for SSO.
 *
 * @param reconciliation - what `reconcile` or `check` returned
 * @returns one entry for each of them, in the order of the inputs; none where a human named them all, or where a program
 *   made the records
 */
export function assumedMappings(reconciliation: Pick<Reconciliation, 'inputs' | 'mode'>): AssumedMapping[] {
  const { inputs, mode } = reconciliation;
  return inputs.flatMap(({ side, file, assumed, mapping }) =>
    sentAttributes(side, mode)
      .filter((attribute) => assumed.includes(attribute))
      .filter((attribute) => attribute === 'sso' || mode === 'scim' || addsToSso({ assumed, mapping }))
      .map((attribute) => ({ side, file, attribute, column: mapping[attribute] })),
  );
}

/** Without SCIM, what the old IdP pushed says only whose an address was; a column that was named says no less. */
function addsToSso({ assumed, mapping }: Pick<InputSummary, 'assumed' | 'mapping'>): boolean {
  return assumed.includes('sso') || mapping.scim !== mapping.sso;
}
