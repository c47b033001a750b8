/**
 * Four ways to break the matcher, each in what the rest of it rests on. What watches over the predictions has to find
 * out every one of them, or it watches nothing. `test/reference` watches with a simulated service provider,
 * `test/e2e` with real ones.
 */
export interface Broken {
  what: string;
  /** What stands in a source file, and what is to stand there instead. */
  changes: readonly { file: string; snippet: string; instead: string }[];
}

export const BROKEN: readonly Broken[] = [
  {
    what: 'lets users pair whose ids differ',
    changes: [
      {
        file: 'src/matcher/ids.ts',
        snippet: 'if (old != null && next != null && old !== next) return true;',
        instead: '',
      },
    ],
  },
  {
    what: 'folds case where the comparison is exact',
    changes: [
      {
        file: 'src/email/compare.ts',
        snippet: 'exact: (value: string): string => value,',
        instead: 'exact: (value: string): string => value.toLowerCase(),',
      },
    ],
  },
  {
    what: 'ignores SCIM',
    changes: [
      {
        file: 'src/matcher/addresses.ts',
        snippet: "return mode === 'scim' ? ATTRIBUTES : SSO_ONLY;",
        instead: 'return SSO_ONLY;',
      },
      {
        file: 'src/matcher/addresses.ts',
        snippet: "(attribute === 'scim' && mode !== 'scim')",
        instead: "attribute === 'scim'",
      },
    ],
  },
  {
    what: 'ignores what another new user will create',
    changes: [
      {
        file: 'src/matcher/creations.ts',
        snippet: 'return this.#creators.isHeldByAnother(key, next);',
        instead: 'return false;',
      },
    ],
  },
];

/** Not one of those: it leaves people in two halves, of which each prediction may be right by itself. */
export const PAIRS_BY_ADDRESS_ONLY: Broken = {
  what: 'pairs nobody by an id',
  changes: [
    {
      file: 'src/matcher/correlate.ts',
      snippet: "for (const group of ['id', 'email'] as const) {",
      instead: "for (const group of ['email'] as const) {",
    },
  ],
};
