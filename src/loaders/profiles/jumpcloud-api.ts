import { JUMPCLOUD, JUMPCLOUD_DEFAULTS } from './jumpcloud-columns.ts';
import type { Profile, ProfileFacts } from './profile.ts';

export const jumpCloudApi = {
  ...JUMPCLOUD,
  id: 'jumpcloud-api-systemusers',
  title: 'JumpCloud API, systemusers; also Get-JCUser | ConvertTo-Json',
  source:
    'https://github.com/TheJumpCloud/jcapi-go v1/docs/Systemuserreturn.md; https://github.com/TheJumpCloud/support PowerShell/JumpCloud Module/Public/Users/Get-JCUser.ps1',
  detect: [
    'username',
    'unixuid|unixguid|ldapbindinguser|externallymanaged|externalsourcetype|systemusername|managedappleid|employeeidentifier|totpenabled|passwordneverexpires',
    'state|activated|suspended|accountlocked|firstname|email',
  ],
  format: 'json',
  withoutEmail: 'Ask for it: leave `fields` out, or add email to them.',
} as const satisfies Profile;

export const jumpCloudApiFacts: ProfileFacts = {
  ...JUMPCLOUD_DEFAULTS,
  absent:
    'Without `state` and `suspended` nobody is known to be suspended or staged. Groups are in another call. `recoveryEmail` is private: it is nothing that is sent.',
};
