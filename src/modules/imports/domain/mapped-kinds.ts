import type { ColumnMapping } from './columns.ts';
import { type FieldName, fields } from './fields.ts';
import { type FileKind, kindsOf } from './file-kinds.ts';
import { type HeadingRead, readHeading } from './headings.ts';

/**
 * What a table is about when its columns are known: each column then means one thing, whatever its heading. Tells the
 * same as the headings where they are known, so a file with other words for them is read like one without.
 */
export function kindsOfMapping(
  mapping: readonly ColumnMapping[],
  headings: readonly string[],
): readonly FileKind[] {
  const subjects = new Set(mapping.flatMap(({ field }) => (field === null ? [] : [fields[field].subject])));
  const isMapped = (name: FieldName): boolean => mapping.some(({ field }) => field === name);
  if (subjects.has('staff') && !isMapped('upn')) return ['staff'];
  if (isMapped('period') && isMapped('groupName')) return ['timetable'];
  const reads = headings.map((heading, column): HeadingRead => {
    const chosen = mapping.find((one) => one.column === column);
    const read = readHeading(heading);
    if (chosen === undefined) return read;
    if (chosen.field === null) return { ...read, candidates: [] };
    const isContact = fields[chosen.field].subject === 'contact';
    return {
      words: read.words,
      number: chosen.block,
      candidates: [chosen.field],
      owner: isContact ? 'contact' : null,
    };
  });
  const kinds = kindsOf(reads).filter((kind) => kind !== 'staff' && kind !== 'timetable');
  return subjects.has('suspension') && !kinds.includes('suspensions') ? [...kinds, 'suspensions'] : kinds;
}
