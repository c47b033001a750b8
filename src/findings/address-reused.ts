import { shown } from '../email/shown.ts';
import { ATTRIBUTES } from '../model/user.ts';
import { defineFinding, NOTHING } from './define-finding.ts';

export const addressReused = defineFinding({
  kind: 'address-reused',
  about: 'person',
  explanation:
    "An active new user's address was that of an inactive old user who is somebody else; an account may still be at it.",
  detect(person, evidence) {
    if (evidence.inactiveOld.isEmpty) return NOTHING;
    const { key, mode, correlated } = evidence.world;
    const own = new Set(
      evidence.isActive('old', person.old)
        ? ATTRIBUTES.map((attribute) => evidence.value('old', person.old, attribute))
            .filter((value) => value !== null)
            .map(key)
        : [],
    );
    const candidates = person.new < 0 ? [] : correlated.candidates('new', person.new);
    const former = new Map<string, number[]>();
    for (const attribute of ATTRIBUTES) {
      const value = evidence.sent(person, attribute);
      if (value === null || own.has(key(value))) continue;
      const holders = evidence.inactiveOld
        .get(key(value))
        .filter((holder) => holder !== person.old && !candidates.includes(holder));
      if (holders.length > 0) former.set(value, holders);
    }
    const [first] = former.keys();
    if (first === undefined) return NOTHING;
    return [
      {
        severity: mode === 'scim' ? 'warning' : 'error',
        ...evidence.place('new', person.new),
        new: first,
        others: evidence.users('old', new Set([...former.values()].flat())),
        message: `${shown(first)} belonged to somebody else who is inactive in the old IdP.`,
        remedy:
          mode === 'scim'
            ? "Check that the former holder's account is gone from the app."
            : "Remove the former holder's account from the app before the switch: nothing else will, and whoever signs in with the address gets it.",
      },
    ];
  },
});
