import { shown } from '../email/shown.ts';
import { BOTH } from '../matcher/sides.ts';
import { defineFinding, NOTHING } from './define-finding.ts';

export const orphanAccount = defineFinding({
  kind: 'orphan-account',
  about: 'person',
  explanation: 'An account of the app that no user of the old or new IdP has the address of.',
  detect(person, evidence) {
    const { ownership, mode } = evidence.world;
    if (ownership.app === null || person.old >= 0 || person.new >= 0) return NOTHING;
    const name = ownership.app.value('name', person.app);
    const namesakes = BOTH.flatMap((side) => evidence.users(side, evidence.names.bearers(side, name)));
    const fate = mode === 'scim' ? ': SCIM will deprovision it' : '';
    const who = namesakes.length === 0 ? '' : '; somebody has the same full name';
    return [
      {
        severity: mode === 'scim' || namesakes.length > 0 ? 'error' : 'warning',
        ...evidence.place('app', person.app),
        ...(namesakes.length === 0 ? {} : { others: namesakes }),
        message: `Nobody on either side has the address of this account, ${shown(ownership.app.value('sso', person.app))}${fate}${who}.`,
        remedy:
          namesakes.length === 0
            ? 'Find out whose account it is. If it is needed, give its holder a user with exactly this address in the new IdP; if not, remove it from the app.'
            : "Find out whether it is theirs. If so, let the new IdP send the account's address for them; if not, find its holder, or remove it from the app.",
      },
    ];
  },
});
