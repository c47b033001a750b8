import { normalForm } from '../../email/normal-form.ts';
import { emailTier } from './tier.ts';

/** Any of SSO and SCIM email against any, in the form under which spellings of one address meet. */
export const emailNormalized = emailTier('email-normalized', normalForm);
