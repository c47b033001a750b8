import { JUMPCLOUD, JUMPCLOUD_DEFAULTS } from './jumpcloud-columns.ts';
import type { Profile, ProfileFacts } from './profile.ts';

export const jumpCloudPowerShell = {
  ...JUMPCLOUD,
  id: 'jumpcloud-powershell-csv',
  title: 'JumpCloud PowerShell module: import template, Backup-JCOrganization, Get-JCUser | Export-Csv',
  source:
    'https://github.com/TheJumpCloud/support PowerShell/JumpCloud Module/Public/Utilities/CSV_Import/New-JCImportTemplate.ps1 (pairs of custom attributes not verified)',
  detect: [
    'username',
    'firstname',
    'lastname',
    'email',
    'unixuid|unixguid|employeeidentifier|ldapbindinguser|managedappleid|externallymanaged|enablemanageduid|systemusername',
  ],
  detectAlso: [['firstname', 'lastname', 'username', 'password', 'email']],
  format: 'csv',
} as const satisfies Profile;

export const jumpCloudPowerShellFacts: ProfileFacts = {
  ...JUMPCLOUD_DEFAULTS,
  absent:
    'The import template has no state: nobody in it is known to be suspended. `account_locked` True is a lock that wears off, and neither active nor inactive. Cells that read System.Object[] have lost their lists.',
};
