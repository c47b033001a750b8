import { shown } from '../email/shown.ts';
import { NOTHING, onBothSides, type PersonFinding } from './define-finding.ts';

/**
 * Makes the detector of a special shape of address: one warning for a user's first value of that shape, of what active
 * users of the old side have and of the new side send.
 */
export function detectSpecial(
  isSpecial: (address: string) => boolean,
  message: (address: string) => string,
  remedy: string,
): PersonFinding['detect'] {
  return onBothSides((side, index, evidence, person) => {
    if (!evidence.isActive(side, index)) return NOTHING;
    const isNew = side === 'new';
    const sso = isNew ? evidence.sent(person, 'sso') : evidence.value(side, index, 'sso');
    const scim = isNew ? evidence.sent(person, 'scim') : evidence.value(side, index, 'scim');
    const found = [sso, scim === sso ? null : scim].find((value) => value !== null && isSpecial(value));
    if (found == null) return NOTHING;
    return [
      { severity: 'warning', ...evidence.place(side, index), [side]: found, message: message(shown(found)), remedy },
    ];
  });
}
