import type { RunbookProcedure } from '../../model/runbook.ts';
import type { ServiceProvider, ServiceProviderFacts } from './service-provider.ts';

/**
 * Claude (Team, Enterprise, Console).
 *
 * @see https://support.claude.com/en/articles/13443687 on the exact match of both email attributes
 */
export const claude = {
  id: 'claude',
  title: 'Claude',
  compare: 'exact',
} as const satisfies ServiceProvider;

export const claudeFacts: ServiceProviderFacts = {
  signIn: 'the email of the assertion',
  scim: 'emails[primary or work].value, or userName',
  missed: { scim: 'a second account', jit: 'a second account', manual: 'refused, or a free personal account' },
  unpushed: 'deprovisioned once SCIM is on again',
  deviations: [],
  sources: [
    'https://support.claude.com/en/articles/13443687 (switching to a different identity provider)',
    'https://support.claude.com/en/articles/13917840 (Okta), 13917829 (Entra ID), 13917817 (Google Workspace): exact match of the strings',
  ],
};

/** The seven steps of Claude's guide. */
export const claudeRunbook: RunbookProcedure = {
  serviceProvider: 'claude',
  before: [
    'You are an Owner or Primary Owner (Team, Enterprise), or an Admin (Console), of every connected organization, and can change the app in both identity providers.',
    'You know every connected organization: all that share this SSO connection, Claude and Console ones.',
    'Users have been told that they will be signed out, when, and how they sign in afterwards.',
    'It is a quiet hour, and you are reachable for as long as it takes, two hours at least.',
    'The app is set up in the new identity provider, with everybody assigned to it; its provisioning is not started yet.',
    'The gate is open, and nobody edits users in either identity provider until the last step is done.',
  ],
  steps: [
    {
      id: 'disable-old-scim',
      number: 1,
      title: 'Disable SCIM pushes on the old identity provider',
      per: 'migration',
      appliesWhere: 'old-scim',
      how: [
        'In the old identity provider, open the Claude app and its provisioning.',
        'Switch off the pushes of new users and of changes (Okta: Provisioning › To App › Create Users, Update User Attributes, Deactivate Users; Entra ID: Provisioning › Stop provisioning).',
        'Do not unassign anybody from the app, and do not delete the app: either may push that everybody has gone.',
      ],
      verify: ['The provisioning log of the old identity provider shows no push after this moment.'],
      irreversible: null,
      backOut: 'Switch the pushes on again.',
    },
    {
      id: 'set-manual',
      number: 2,
      title: 'Set provisioning to Manual',
      per: 'organization',
      waits: {
        after: 'disable-old-scim',
        minutes: 60,
        why: 'pushes that are still on their way need about an hour to arrive.',
      },
      how: [
        'Open Identity and access: Claude under claude.ai/admin-settings/identity, Console under platform.claude.com/settings/identity.',
        'Under Global SSO configuration, set the provisioning mode to Manual, and save.',
      ],
      verify: [
        'The provisioning mode reads Manual after the page is loaded again.',
        'The number of members is what it was.',
      ],
      irreversible: null,
      backOut:
        'Set the provisioning mode back to what it was, and switch the pushes of the old identity provider on again.',
    },
    {
      id: 'delete-directory',
      number: 3,
      title: 'Delete the SCIM directory',
      per: 'migration',
      appliesWhere: 'old-scim',
      how: [
        'See once more that every connected organization is in mode Manual: in any other, this removes its members.',
        'On Identity and access: Manage SCIM › Delete Directory.',
      ],
      verify: ['Manage SCIM shows no directory.', 'The number of members is what it was, at every organization.'],
      irreversible: 'The directory is gone for good; in any mode but Manual, its members lose their access.',
      backOut: 'None: connect a new directory. The old identity provider can be connected again as a new one.',
    },
    {
      id: 'reset-connection',
      number: 4,
      title: 'Reset the SSO connection',
      per: 'migration',
      how: ['On Identity and access: Manage SSO › Reset Connection.'],
      verify: [
        'Everybody is signed out. Until step 6 is done, people can sign in by a link that is sent to their email.',
      ],
      irreversible: 'The connection is gone for good, and everybody is signed out.',
      backOut: 'None: set up SSO anew, with the new identity provider or with the old one.',
    },
    {
      id: 'verify-reset',
      number: 5,
      title: 'Verify the reset',
      per: 'migration',
      how: ['Load Identity and access again.'],
      verify: ['The button that read Manage SSO reads Setup SSO.'],
      irreversible: null,
      backOut: 'If it still reads Manage SSO, the reset has not gone through: reset again, or ask Claude support.',
    },
    {
      id: 'set-up-new-idp',
      number: 6,
      title: 'Set up the new identity provider',
      per: 'organization',
      how: [
        'Setup SSO, with the new identity provider; send as email the very attribute that was checked as SSO email.',
        'For SCIM, connect the directory under Manage SCIM, and start provisioning in the new identity provider; push as email the very attribute that was checked as SCIM email. Map groups where they are used.',
        'Leave the provisioning mode at Manual.',
        'Sign in as one person whose account is known, before anybody else does.',
      ],
      verify: [
        'That person is in the account that they had, with their conversations.',
        'Manage SCIM lists everybody who should be there, each with their groups, under the addresses that were checked.',
        'Where it is SCIM, the users of the new directory are those that were predicted: idp-preflight verify with --scim. Leave out --app until step 7 is done: before, newcomers have no account yet, and leavers still have theirs.',
      ],
      irreversible: null,
      backOut:
        'Correct the attribute in the new identity provider, and resync in full: an incremental sync does not update records that exist. Or reset the connection and start again.',
    },
    {
      id: 'enable-provisioning',
      number: 7,
      title: 'Switch provisioning on again',
      per: 'organization',
      appliesWhere: 'provisioned-after',
      how: [
        'On Identity and access, set the provisioning mode to SCIM or JIT, whichever was checked, and save.',
        'Where it is SCIM, see that provisioning in the new identity provider is running.',
      ],
      verify: [
        'Nobody was removed and nobody was added whom the report does not name.',
        'An export of the members compares as predicted: idp-preflight verify.',
      ],
      irreversible:
        'Accounts that the new directory does not push are removed, and accounts that it pushes under another address are made.',
      backOut: 'Set the provisioning mode to Manual at once: it keeps more from happening, and takes nothing back.',
    },
  ],
  source: 'https://support.claude.com/en/articles/13443687',
};
