/** What a school's file may hold. Beyond it a file is refused, so that memory and time stay bounded. */
export const limits = {
  fileBytes: 50 * 1024 * 1024,
  rows: 50_000,
  columns: 500,
  /** Rows times columns: a table may be long or wide, not both. */
  cells: 5_000_000,
  cellCharacters: 10_000,
  /** What a workbook may grow to when it is unpacked, in all and as a multiple of the file. */
  unpackedBytes: 200 * 1024 * 1024,
  unpackedRatio: 300,
  /** Below this size the multiple says nothing. */
  ratioFromBytes: 10 * 1024 * 1024,
  zipEntries: 2_000,
  sharedStringCharacters: 50_000_000,
  xmlDepth: 24,
  /** One tag, text or comment of an XML file. */
  xmlPieceCharacters: 1_000_000,
  pupilElements: 20_000,
} as const;

/** `50,000` */
export const asNumber = (value: number): string => value.toLocaleString('en-GB');
