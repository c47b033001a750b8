import { CLOUD_DIRECTORIES } from './cloud-directories.ts';
import { DIRECTORIES } from './directories.ts';
import type { Export } from './export.ts';
import { GENERIC } from './generic.ts';
import { GOOGLE } from './google.ts';
import { MEMBER_LISTS } from './member-lists.ts';
import { MICROSOFT } from './microsoft.ts';
import { OKTA } from './okta.ts';
import { OTHERS } from './others.ts';

/** Every fixture of an export format. */
export const EXPORTED: readonly Export[] = [
  ...OKTA,
  ...MICROSOFT,
  ...GOOGLE,
  ...CLOUD_DIRECTORIES,
  ...DIRECTORIES,
  ...OTHERS,
  ...MEMBER_LISTS,
  ...GENERIC,
];
