export const importsEvents = {
  FileTakenIn: 1,
  ImportCommitted: 1,
  ImportUndone: 1,
  ImportSetAside: 1,
} as const;
