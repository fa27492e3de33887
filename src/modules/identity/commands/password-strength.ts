/**
 * What is wrong with a new password, or null. At least 12 characters and hard to guess (a score of 3 of 4);
 * no rule about kinds of characters (NCSC password guidance). `hints` are words that the person is known by.
 */
export async function passwordFault(typed: string, hints: readonly string[]): Promise<string | null> {
  if (typed.length < 12) return 'Password must be 12 characters or more';
  const { ZxcvbnFactory } = await import('@zxcvbn-ts/core');
  const [common, english] = await Promise.all([
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  const judge = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
  });
  const { score } = judge.check(typed.slice(0, 100), ['sendero', ...hints]);
  return score >= 3 ? null : 'Choose a password that is harder to guess, such as three unrelated words';
}
