import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { projectRoot } from './platform/project-root.ts';

/**
 * Where Node keeps the compiled program from one start to the next: beside the program itself, as whoever could write
 * there could write the program too. Where it may not be written, a start compiles anew.
 */
export const compileCache = join(projectRoot, 'dist', 'compile-cache');

enableCompileCache(compileCache);
