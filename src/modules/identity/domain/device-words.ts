const programs: readonly (readonly [RegExp, string])[] = [
  [/Edg(A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const machines: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'an iPhone'],
  [/iPad/, 'an iPad'],
  [/Android.*Mobile/, 'an Android phone'],
  [/Android/, 'an Android tablet'],
  [/CrOS/, 'a Chromebook'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'a Mac'],
  [/Linux|X11/, 'Linux'],
];

const firstOf = (known: typeof programs, agent: string): string | undefined =>
  known.find(([mark]) => mark.test(agent))?.[1];

/** What a browser calls itself, in plain words: "Chrome on Windows". It may lie; nothing is decided by it. */
export function deviceInWords(agent: string | null): string {
  const program = firstOf(programs, agent ?? '');
  const machine = firstOf(machines, agent ?? '');
  if (program === undefined)
    return machine === undefined ? 'Unknown device' : `Unknown browser on ${machine}`;
  return machine === undefined ? program : `${program} on ${machine}`;
}
