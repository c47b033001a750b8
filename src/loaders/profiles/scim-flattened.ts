import type { Profile, ProfileFacts } from './profile.ts';
import { scim2 } from './scim2.ts';

const { columns } = scim2;
const ENTERPRISE = 'urnietfparamsscimschemasextensionenterprise20user';

export const scimFlattened = {
  ...scim2,
  id: 'scim-flattened-csv',
  title: 'Users by SCIM paths as CSV: SAP Cloud Identity Services, IBM Verify, Oracle Identity Cloud, and others',
  source:
    'https://help.sap.com/docs/cloud-identity-services (default columns); https://docs.verify.ibm.com/verify/reference/importusers (names of columns other than of the enterprise extension not seen); https://docs.oracle.com/en-us/iaas/Content/Identity/datatransfer/export-users.htm',
  detect: ['username', 'emails0value'],
  detectAlso: [
    ['username', `${ENTERPRISE}managervalue|${ENTERPRISE}employeenumber|${ENTERPRISE}department`],
    ['workemail', 'primaryemailtype', 'firstname', 'lastname'],
  ],
  format: 'csv',
  columns: {
    ...columns,
    sso: [...columns.sso, 'workemail'],
    scim: [...columns.scim, 'workemail'],
    'employee-id': [`${ENTERPRISE}employeenumber`, 'employeenumber'],
  },
  givenName: ['namegivenname', 'firstname'],
  familyName: ['namefamilyname', 'lastname'],
  plausible: ['username', 'userid', 'primaryemail'],
  // Oracle, of cells that begin like a formula:
  // https://docs.oracle.com/en-us/iaas/Content/Identity/api-getstarted/BulkImportExport.htm
  wrapping: { pattern: /^'([@+\-=|%].*)'$/s },
  withoutEmail: 'Export it with the path emails, or emails[0].value.',
} as const satisfies Profile;

export const scimFlattenedFacts: ProfileFacts = {
  sso: 'not documented for the format; each vendor has its own',
  scimUserName: 'userName',
  scimEmail: 'emails[0].value; Oracle: Work Email',
  defaultsSource: 'not confirmed by any page that was found',
  absent:
    'Without `active` nobody is known to be inactive. Where Oracle’s Primary Email Type is Home, the primary one is a private address, which is not read: say which column is sent.',
};
