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
    const { ownership, creations } = world;
    const keys = sentKeys(person.new, world);
    const holders = keys
      .filter((key) => ownership.isOthers(key, person.old, person.new))
      .map((key) => ownership.holders(key));
    const creators = keys.filter((key) => creations.isByAnother(key, person.new)).map((key) => creations.creators(key));
    const owners = evidence.gather(
      'old',
      holders.map((holder) => holder.old),
      person.old,
    );
    const invited = new Set(holders.flatMap((holder) => holder.new));
    const unclaimed = new Set(holders.flatMap((holder) => holder.app));
    const makers = evidence.gather('new', creators, person.new);
    const values = new Set(
      ATTRIBUTES.map((attribute) => evidence.sent(person, attribute)).filter((value) => value !== null),
    );
    const others = owners.count + invited.size;
    const whose = [
      ...(others > 0 ? [others === 1 ? "somebody else's account" : `the account of ${others} other people`] : []),
      ...(unclaimed.size > 0 ? ['an account on the app’s list that nobody on either side claims'] : []),
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
        others: [
          ...evidence.users('old', owners.few),
          ...evidence.users('new', [...invited, ...makers.few]),
          ...evidence.users('app', unclaimed),
        ],
        message: `With ${[...values].map(shown).join(' and ')} this user arrives at ${whose.join(' and at ')}.`,
        remedy:
          "Give this user their own old address in the new IdP before the switch; an address must not change hands while the other person's account is at it.",
      },
    ];
  },
});
