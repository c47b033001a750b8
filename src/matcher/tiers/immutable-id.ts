import { idTier } from './tier.ts';

/** The AD anchor: objectGUID, which base64-encoded is Entra's onPremisesImmutableId. */
export const immutableId = idTier('immutable-id');
