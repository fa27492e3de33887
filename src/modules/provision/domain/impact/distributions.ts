/** The functions of probability that the figures of impact are made of. Pure, and checked against jStat and tables. */

const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** The natural logarithm of the gamma function, for numbers above nought. Lanczos (1964), g = 7, nine terms. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const z = x - 1;
  const sum = lanczos.reduce((total, term, at) => (at === 0 ? term : total + term / (z + at)), 0);
  const t = z + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

const tiny = 1e-300;
const awayFromNought = (x: number) => (Math.abs(x) < tiny ? tiny : x);

/** The continued fraction of the incomplete beta function, by the method of Lentz. */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / awayFromNought(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= 1000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromNought(1 + even * d);
    c = awayFromNought(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromNought(1 + odd * d);
    c = awayFromNought(1 + odd / c);
    result *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return result;
}

/** The logarithm of x^a (1 - x)^b / (a B(a, b)), which steps the incomplete beta function from a to a + 1. */
const logBetaStep = (x: number, a: number, b: number): number =>
  logGamma(a + b) - logGamma(a + 1) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);

/** The regularised incomplete beta function: between 0 and 1 for x between 0 and 1, a and b above nought. */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  return x < (a + 1) / (a + b + 2)
    ? Math.exp(logBetaStep(x, a, b)) * betaFraction(x, a, b)
    : 1 - Math.exp(logBetaStep(1 - x, b, a)) * betaFraction(1 - x, b, a);
}

/** The share of Student's t below `t`, with `df` degrees of freedom. */
export function studentShare(t: number, df: number): number {
  const tail = incompleteBeta(df / (df + t * t), df / 2, 0.5) / 2;
  return t > 0 ? 1 - tail : tail;
}

/** The share of the normal curve below `z`. It is Student's t with no end of degrees of freedom. */
export function normalShare(z: number): number {
  const x = Math.abs(z);
  if (x > 38) return z > 0 ? 1 : 0;
  const tail = x < 3 ? 0.5 - centralArea(x) : farTail(x);
  return z > 0 ? 1 - tail : tail;
}

/** The area of the normal curve from nought to `x`, by its series. */
function centralArea(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum) && n < 200; n += 1) {
    term *= (x * x) / (2 * n + 1);
    sum += term;
  }
  return (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
}

/** The area of the normal curve beyond `x`, by its continued fraction. */
function farTail(x: number): number {
  let fraction = 0;
  for (let n = 120; n >= 1; n -= 1) fraction = n / (x + fraction);
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI) / (x + fraction);
}

/** Where a rising function reaches `aim`, between two places. Halved until nothing is left to halve. */
export function placeWhere(rising: (x: number) => number, aim: number, from: number, to: number): number {
  let low = from;
  let high = to;
  for (let step = 0; step < 200 && high - low > 1e-13 * Math.max(1, Math.abs(low)); step += 1) {
    const middle = (low + high) / 2;
    if (rising(middle) < aim) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The value below which the share `p` of Student's t lies. */
export function studentQuantile(p: number, df: number): number {
  let edge = 1;
  while (studentShare(edge, df) < Math.max(p, 1 - p) && edge < 1e12) edge *= 2;
  return placeWhere((t) => studentShare(t, df), p, -edge, edge);
}
