import { idTier } from './tier.ts';

/** The HR number: employeeNumber, employeeId. Leading zeros do not count. */
export const employeeId = idTier('employee-id');
