import type { ServiceProvider } from './service-provider.ts';

/**
 * Claude (Team, Enterprise, Console).
 *
 * @see https://support.claude.com/en/articles/13443687 on the exact match of both email attributes
 */
export const claude = {
  id: 'claude',
  title: 'Claude',
  compare: 'exact',
} as const satisfies ServiceProvider;
