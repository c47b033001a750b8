import type { InputSummary } from '../../model/input.ts';
import type { Mode } from '../../model/reconciliation.ts';
import type { Attribute } from '../../model/user.ts';

/** An email attribute of an input of which nobody has said which column is sent. */
export interface AssumedMapping {
  readonly input: InputSummary;
  readonly attribute: Attribute;
}

/** The email attributes that a prediction rests on although nobody has said which column is sent, in the order of the inputs. */
export function assumedMappings(inputs: readonly InputSummary[], mode: Mode): AssumedMapping[] {
  return inputs.flatMap((input) =>
    input.assumed.filter((attribute) => counts(input, attribute, mode)).map((attribute) => ({ input, attribute })),
  );
}

function counts({ side, mapping, assumed }: InputSummary, attribute: Attribute, mode: Mode): boolean {
  if (attribute === 'sso' || mode === 'scim') return true;
  // Without SCIM, what the old IdP pushed says only whose an address was; a column that was named says no less.
  return side === 'old' && (assumed.includes('sso') || mapping.scim !== mapping.sso);
}
