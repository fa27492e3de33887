import type { Highs } from 'highs';
import * as highs from 'highs';

// The package's types describe its other form: what Node imports is a function under `default`.
const load = highs.default as unknown as () => Promise<Highs>;

/** HiGHS, as WebAssembly: about a fifth of a second. */
export const loadHighs = (): Promise<Highs> => load();
