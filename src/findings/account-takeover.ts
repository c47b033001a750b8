import { shown } from '../email/shown.ts';
import { arrivesAtAnother, arrivesAtCreated } from '../matcher/outcome.ts';
import { ATTRIBUTES } from '../model/user.ts';
import { defineFinding, NOTHING } from './define-finding.ts';

export const accountTakeover = defineFinding({
  kind: 'account-takeover',
  about: 'person',
  explanation: "A person would be signed in to, or linked with, somebody else's account.",
  detect(person, evidence) {
    if (person.outcome !== 'account-takeover') return NOTHING;
    const holders = arrivesAtAnother(person.new, person.old, evidence.world);
    const creators = arrivesAtCreated(person.new, evidence.world);
    const others = [...evidence.users('old', holders), ...evidence.users('new', creators)];
    const values = new Set(
      ATTRIBUTES.map((attribute) => evidence.sent(person, attribute)).filter((value) => value !== null),
    );
    const whose = [
      ...(holders.length > 0
        ? [holders.length === 1 ? "somebody else's account" : `the account of ${holders.length} other people`]
        : []),
      ...(creators.length > 0
        ? [
            `an account that ${creators.length === 1 ? 'another new user creates' : `${creators.length} other new users create`}, so that they share it`,
          ]
        : []),
    ];
    return [
      {
        severity: 'error',
        ...evidence.place('new', person.new),
        others,
        message: `With ${[...values].map(shown).join(' and ')} this user arrives at ${whose.join(' and at ')}.`,
        remedy:
          "Give this user their own old address in the new IdP before the switch; an address must not change hands while the other person's account is at it.",
      },
    ];
  },
});
