import type { NameFault } from '#src/modules/provision/index.ts';

/** Why lines of names could not be read, in one message. */
export const namesFault = (faults: readonly NameFault[]): string =>
  faults.length === 0
    ? 'Enter a pupil’s name'
    : faults
        .map(({ line, found }) =>
          found.length === 0
            ? `Nobody on roll is called ${line}`
            : `${line} may be several pupils: write more of the name`,
        )
        .join('. ');
