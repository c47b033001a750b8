import type { Advice } from './explanation.ts';

/** For doubts that a human can settle without touching either IdP. */
export const DECIDE_IN_CROSSWALK: readonly Advice[] = [
  {
    where: 'this check',
    how: 'Or say who is whom in the crosswalk: `--crosswalk-template FILE` writes a row for every two records in doubt, with what speaks for and against them; fill in `same` where the two are to be linked, `different` where they are not, be they two people or a former record of one, and check again with `--crosswalk FILE`.',
  },
];

/** Where it is set what an IdP asserts at sign-in. */
export const SSO_SETTING: readonly Advice[] = [
  {
    where: 'Okta',
    how: 'What sign-in asserts: Applications › Applications › the app › Sign On › Settings › Edit: Application username format (it is the NameID) and the email attribute statement or claim; of a SAML app of your own also General › SAML Settings › Edit. After a change of the format press Update Now on the same tab: the names of people who are assigned already do not always follow by themselves.',
  },
  {
    where: 'Entra ID',
    how: 'What sign-in asserts: Enterprise apps › the app › Single sign-on › Attributes & Claims › Edit: the source attribute of Unique User Identifier (Name ID) and of the email claim. The claims of an OIDC app are in another place: App registrations › the app › Token configuration.',
  },
  {
    where: 'Google Workspace',
    how: 'What sign-in asserts: Apps › Web and mobile apps › the app › Service provider details (Name ID) and SAML attribute mapping.',
  },
];

/** Where it is set what an IdP pushes by SCIM. */
export const SCIM_SETTING: readonly Advice[] = [
  {
    where: 'Okta',
    how: 'What SCIM pushes: Applications › Applications › the app › Provisioning › To App › Attribute Mappings: what `email` is mapped from. `userName` is not set there, but by the Application username format on the Sign On tab. Then press Force Sync under the mappings: it applies them to everybody who is assigned.',
  },
  {
    where: 'Entra ID',
    how: 'What SCIM pushes: Enterprise apps › the app › Provisioning › Mappings (Attribute mapping) › the mapping of users: the source of `emails[type eq "work"].value` and of `userName`. Then Provisioning › Restart provisioning, which evaluates every user again; an incremental cycle looks only at users who have changed since.',
  },
  {
    where: 'Google Workspace',
    how: 'What SCIM pushes: Apps › Web and mobile apps › the app › Autoprovisioning: the attribute mapping. It is not the SAML attribute mapping, which is another part of the same page.',
  },
];

/** After a mapping is corrected, whatever the IdP. */
export const FULL_SYNC: Advice = {
  where: 'any IdP',
  how: 'After a mapping of SCIM is corrected, run a full synchronisation: an incremental one does not update users who have been pushed already. Then export and check again.',
};

/** Where one person's address is changed. */
export const USER_VALUE: readonly Advice[] = [
  {
    where: 'Okta',
    how: 'The address of one person: Directory › People › the person › Profile › Edit: Primary email, Username. Where a directory or an HR system is the source of the profile, change it there.',
  },
  {
    where: 'Entra ID',
    how: "The address of one person who has no mailbox: Users › the person › Edit properties › Contact information › Email, or `Update-MgUser -UserId ID -Mail 'ann@example.com'`. With a mailbox, `mail` is the primary SMTP address: Microsoft 365 admin center › Users › Active users › the person › Manage username and email. Synchronised from Active Directory, change it there.",
  },
  {
    where: 'Google Workspace',
    how: 'The address of one person: Directory › Users › the person › Update user. The primary address that is replaced stays as an alias of the person.',
  },
  {
    where: 'Active Directory',
    how: "The address of one person: `Set-ADUser ann -EmailAddress 'ann@example.com'`; for the UPN `-UserPrincipalName`. Entra Connect carries it over with `Start-ADSyncSyncCycle -PolicyType Delta`.",
  },
];

/** Where the number is set by which people are told apart. */
export const SET_EMPLOYEE_ID: readonly Advice[] = [
  { where: 'Okta', how: 'The number: Directory › People › the person › Profile › Edit: Employee number.' },
  {
    where: 'Entra ID',
    how: "The number: `Update-MgUser -UserId ID -EmployeeId '1001'`; the portal's download of users does not have it, so export with `Get-MgUser -Property` and name EmployeeId.",
  },
  { where: 'Google Workspace', how: 'The number: Directory › Users › the person › User information: Employee ID.' },
  { where: 'Active Directory', how: 'The number: `Set-ADUser ann -EmployeeID 1001`.' },
];

/** How a user is made active. */
export const ENABLE_USER: readonly Advice[] = [
  { where: 'Okta', how: 'To enable: Directory › People › the person › More Actions › Activate, or Unsuspend.' },
  {
    where: 'Entra ID',
    how: 'To enable: Users › the person › Edit properties › Settings › Account enabled, or `Update-MgUser -UserId ID -AccountEnabled:$true`.',
  },
  { where: 'Google Workspace', how: 'To enable: Directory › Users › the person › Reactivate.' },
  {
    where: 'Active Directory',
    how: 'To enable: `Enable-ADAccount -Identity ann`; Entra Connect carries it over with its next cycle.',
  },
];

/** How a user is made inactive. */
export const DISABLE_USER: readonly Advice[] = [
  { where: 'Okta', how: 'To disable: Directory › People › the person › More Actions › Deactivate, or Suspend.' },
  {
    where: 'Entra ID',
    how: 'To disable: Users › the person › Edit properties › Settings › Account enabled: off, or `Update-MgUser -UserId ID -AccountEnabled:$false`.',
  },
  { where: 'Google Workspace', how: 'To disable: Directory › Users › the person › More options › Suspend user.' },
  { where: 'Active Directory', how: 'To disable: `Disable-ADAccount -Identity ann`.' },
];

/** How all users are exported, and not a page of them. */
export const WHOLE_EXPORT: readonly Advice[] = [
  {
    where: 'Entra ID',
    how: "Everybody: `Get-MgUser -All`; without `-All` it returns the first 100. The portal's Download users writes what the list shows, so take off its filters first. Of Microsoft Graph, follow every `@odata.nextLink`.",
  },
  {
    where: 'Okta',
    how: 'Everybody: of the API, follow every `rel="next"` of the Link headers: a page has 200 users at most.',
  },
  {
    where: 'Google Workspace',
    how: 'Everybody: Directory › Users › Download users, for all organisational units. Of the Directory API, follow every `nextPageToken`.',
  },
  {
    where: 'Active Directory',
    how: 'Everybody: `Get-ADUser -Filter *` pages by itself. An `ldapsearch` needs `-E pr=1000/noprompt`: a domain controller returns 1,000 entries at a time.',
  },
];
