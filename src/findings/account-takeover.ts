import { shown } from '../email/shown.ts';
import { sentKeys } from '../matcher/outcome.ts';
import { ATTRIBUTES } from '../model/user.ts';
import { defineFinding, NOTHING } from './define-finding.ts';

export const accountTakeover = defineFinding({
  kind: 'account-takeover',
  about: 'person',
  explanation: "A person would be signed in to, or linked with, somebody else's account.",
  detect(person, evidence) {
    if (person.outcome !== 'account-takeover') return NOTHING;
    const { world } = evidence;
    const { ownership } = world;
    const keys = sentKeys(person.new, world);
    const holders = keys.filter((key) => ownership.isOthers(key, person.old)).map((key) => ownership.holders(key));
    const creators = keys
      .filter((key) => ownership.isCreatedByAnother(key, person.new))
      .map((key) => ownership.creators(key));
    const owners = evidence.gather('old', holders, person.old);
    const makers = evidence.gather('new', creators, person.new);
    const values = new Set(
      ATTRIBUTES.map((attribute) => evidence.sent(person, attribute)).filter((value) => value !== null),
    );
    const whose = [
      ...(owners.count > 0
        ? [owners.count === 1 ? "somebody else's account" : `the account of ${owners.count} other people`]
        : []),
      ...(makers.count > 0
        ? [
            `an account that ${makers.count === 1 ? 'another new user creates' : `${makers.count} other new users create`}, so that they share it`,
          ]
        : []),
    ];
    return [
      {
        severity: 'error',
        ...evidence.place('new', person.new),
        others: [...evidence.users('old', owners.few), ...evidence.users('new', makers.few)],
        message: `With ${[...values].map(shown).join(' and ')} this user arrives at ${whose.join(' and at ')}.`,
        remedy:
          "Give this user their own old address in the new IdP before the switch; an address must not change hands while the other person's account is at it.",
      },
    ];
  },
});
