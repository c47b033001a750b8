import type { Explanation } from '../explanation.ts';

export const harmPredicted: Explanation = {
  brief: 'Harm was predicted, and the lists cannot show otherwise',
  meaning: [
    "The baseline says of somebody that they cannot be told from somebody else, arrive at another's account, get a second one, or cannot sign in, and neither list shows that it came out otherwise.",
    'It is an error; an info where the prediction is waived.',
  ],
  arises: [
    {
      where: 'this check',
      how: 'The switch was made with a closed gate; or things were corrected after the report was made.',
    },
  ],
  fix: [
    {
      where: 'this check',
      how: 'Correct what the baseline names, export the new side again, check it against the old side as it was, and verify against that report.',
    },
    { where: 'the app', how: 'Ask these people to sign in, and look at what they see.' },
  ],
  example: null,
  seeAlso: ['baseline-closed', 'unverified', 'account-takeover', 'sign-in-blocked'],
};
