import { emailTier } from './tier.ts';

/** Any of SSO and SCIM email against any, code point by code point. */
export const emailExact = emailTier('email-exact', (email) => email);
