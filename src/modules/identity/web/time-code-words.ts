type Fault = 'wrong' | 'used' | { readonly minutesOff: number };

/** What is wrong with a code, and what to do about it. */
export function codeFault(fault: Fault): string {
  if (fault === 'wrong')
    return 'The code is not right. Codes change every thirty seconds: enter the one shown now';
  if (fault === 'used') return 'This code was used already. Wait for the next one';
  const { minutesOff } = fault;
  const size = Math.abs(minutesOff) >= 50 ? 'about an hour' : `about ${Math.abs(minutesOff)} minutes`;
  return `The clock of your phone seems to be ${size} ${minutesOff > 0 ? 'fast' : 'slow'}. Set it to automatic date, time and time zone, then enter the next code`;
}
