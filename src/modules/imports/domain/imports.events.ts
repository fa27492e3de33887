export const importsEvents = {
  FileTakenIn: 1,
  ColumnsMapped: 1,
  RowDecided: 1,
  ImportCommitted: 1,
  ImportUndone: 1,
  ImportSetAside: 1,
} as const;
