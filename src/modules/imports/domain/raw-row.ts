/** One line of a sheet before anything is understood: its number as Excel counts it, and its cells as text. */
export type RawRow = { readonly number: number; readonly cells: readonly string[] };

export const isBlankRow = (row: RawRow): boolean => row.cells.every((cell) => cell.trim() === '');
