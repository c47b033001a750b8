import { idTier } from './tier.ts';

/**
 * The externalId of a SCIM User.
 *
 * @see RFC 7643 section 3.1: it is issued by the provisioning client
 */
export const externalId = idTier('external-id');
