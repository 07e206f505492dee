/** Words of the first cell that are too long for a third of a small screen, and what stands there for them. */
const SHORT: Readonly<Record<string, string>> = {
  'Key does not fit': 'Does not fit',
  'Cannot check here': 'Cannot check',
  'Cannot decrypt here': 'Cannot open',
  'Could not decrypt': 'Not opened',
  'Not decrypted': 'Not opened',
  'Matches its own key': 'Own key only',
  'Encrypted here': 'Made here',
};

export const shortWord = (word: string) => SHORT[word] ?? word;
