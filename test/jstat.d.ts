/** The part of jStat that tests compare our own distributions with. */
declare module 'jstat' {
  const library: {
    readonly jStat: {
      readonly studentt: {
        readonly cdf: (t: number, df: number) => number;
        readonly inv: (p: number, df: number) => number;
      };
      readonly normal: { readonly cdf: (x: number, mean: number, sd: number) => number };
      readonly noncentralt: { readonly cdf: (t: number, df: number, shift: number) => number };
      readonly ibeta: (x: number, a: number, b: number) => number;
      readonly gammaln: (x: number) => number;
    };
  };
  export default library;
}
