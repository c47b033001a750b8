import { describe } from 'vitest';
import { expectPredictions } from './expectations.ts';
import { startPolis } from './polis.ts';

describe('Polis', () => {
  expectPredictions({
    start: startPolis,
    serviceProvider: 'polis',
    explained: {
      'no worse than before': 5,
      'in another possible world': 5,
      'never had an address': 10,
      'somebody comes to it': 3,
      'their other account is taken away': 1,
    },
  });
});
