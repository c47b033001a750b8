import type { Attribute } from '../model/user.ts';

/** How reports call the email attributes. */
export const ATTRIBUTE_NAMES: Readonly<Record<Attribute, string>> = { sso: 'SSO email', scim: 'SCIM email' };
