import { dateInCell, type TableContext, yesNoInCell } from './assemble-pupil.ts';
import type { FieldName } from './fields.ts';
import type { IncomingNeed, IncomingPupil, SenStatusInFile, Told } from './incoming.ts';
import { type Cells, nameIn } from './row-cells.ts';
import {
  type NeedRead,
  readNeed,
  readNeeds,
  readRank,
  readSenStatus,
  type SenChoice,
  senStatusOf,
} from './sen-values.ts';
import { told } from './told.ts';
import { isBlank, isBlankName } from './values.ts';

const CHOICES: readonly SenChoice[] = ['N', 'K', 'E', 'S', 'A', 'P', 'Q', 'M'];

/** The status of a row. `None` is a status (N), a blank cell is not told. */
function statusIn(cells: Cells): Told<SenStatusInFile> | undefined {
  const text = cells.text('senStatus');
  if (text === undefined) return undefined;
  if (isBlankName(text)) return null;
  const chosen = CHOICES.find((choice) => choice === cells.choice('senStatus', text));
  if (chosen !== undefined) return senStatusOf(chosen, text.trim());
  const status = readSenStatus(text);
  if (status.code === null) cells.noteUnknown({ field: 'senStatus' }, text);
  return status;
}

function knownNeed(need: NeedRead, cells: Cells, { field, block }: Source): NeedRead {
  const { text } = need.type;
  const chosen = cells.choice('need', text);
  if (chosen !== undefined) return { ...need, type: { text, code: chosen }, ownWords: text };
  if (need.type.code === null) cells.noteUnknown({ field, block, as: 'need' }, text);
  return need;
}

type Source = { readonly field: FieldName; readonly block: number; readonly rank: number | null };

/** The columns that name needs, with the rank that their heading gives. */
function sourcesOf(cells: Cells): readonly Source[] {
  const blocks = cells.blocks(['need']);
  return [
    { field: 'primaryNeed', block: 1, rank: 1 },
    { field: 'secondaryNeed', block: 1, rank: 2 },
    ...blocks.map((block) => ({ field: 'need' as const, block, rank: blocks.length > 1 ? block : null })),
  ];
}

function rankIn(cells: Cells): number | null {
  const text = cells.text('needRank');
  if (text === undefined || isBlank(text)) return null;
  const rank = readRank(text);
  if (rank === null)
    cells.on.warn({
      column: cells.heading('needRank'),
      value: text,
      message: 'This is not a rank from 1 to 99; the need was kept without one.',
      todo: 'Give each need a rank, 1 for the primary.',
    });
  return rank;
}

/** Several needs in one cell stand in order, the first at the rank of the cell. */
function needsOfCell(cells: Cells, source: Source, context: TableContext): readonly IncomingNeed[] {
  const text = cells.text(source.field, source.block);
  if (text === undefined || isBlank(text)) return [];
  const rankOfRow = rankIn(cells) ?? source.rank;
  const reads = readNeeds(text).map((need) => knownNeed(need, cells, source));
  const words = nameIn(cells, 'needWords');
  return reads.map((need, index) => ({
    rank: need.rank ?? (rankOfRow === null ? (reads.length > 1 ? index + 1 : null) : rankOfRow + index),
    type: need.type,
    ...told('from', dateInCell(cells, 'needFrom', context)),
    ...told('until', dateInCell(cells, 'needUntil', context)),
    ...told('ownWords', words ?? need.ownWords ?? undefined),
  }));
}

/** A column of words without a type is a need in words. */
function needInWords(cells: Cells): readonly IncomingNeed[] {
  const words = nameIn(cells, 'needWords');
  if (words == null || cells.blocks(['need', 'primaryNeed', 'secondaryNeed']).length > 0) return [];
  const read = readNeed(words);
  return [{ rank: rankIn(cells), type: read.type.code === null ? null : read.type, ownWords: words }];
}

function needsIn(cells: Cells, context: TableContext): readonly IncomingNeed[] | undefined {
  if (cells.blocks(['need', 'primaryNeed', 'secondaryNeed', 'needWords']).length === 0) return undefined;
  return [
    ...sourcesOf(cells).flatMap((source) => needsOfCell(cells, source, context)),
    ...needInWords(cells),
  ];
}

/** What a row says about SEN. A blank status is told as blank, and clears nothing. */
export function senOfRow(cells: Cells, context: TableContext): Partial<IncomingPupil> {
  const status = statusIn(cells);
  const since = dateInCell(cells, 'senSince', context);
  return {
    ...told('senNow', status == null ? status : { status, ...told('since', since) }),
    ...told('needs', needsIn(cells, context)),
    ...told('senReviewOn', dateInCell(cells, 'senReviewOn', context)),
    ...told('senNotes', nameIn(cells, 'senNotes')),
    ...told('isInSenUnit', yesNoInCell(cells, 'isInSenUnit')),
    ...told('hasResourcedPlace', yesNoInCell(cells, 'hasResourcedPlace')),
    ...told('hasTopUp', yesNoInCell(cells, 'hasTopUp')),
  };
}
