import { describe } from 'vitest';
import { startBetterAuth } from './better-auth.ts';
import { expectPredictions } from './expectations.ts';

describe('better-auth', () => {
  expectPredictions({
    start: startBetterAuth,
    serviceProvider: 'better-auth',
    explained: {
      'no worse than before': 5,
      'in another possible world': 5,
      'never had an address': 10,
      'let in without SCIM': 2,
      // Its SCIM takes no letter outside ASCII, and of the drawn addresses many are odd.
      'address refused': 80,
      'somebody comes to it': 3,
    },
    blindTo: ['folds case where the comparison is exact'],
  });
});
