/** One property, left out when the file does not tell it: see `Told`. The compiler cannot follow a key that is a variable. */
export const told = <K extends string, T>(key: K, value: T | undefined): { readonly [P in K]?: T } =>
  value === undefined ? {} : ({ [key]: value } as { [P in K]: T });
