export const importsEvents = {
  FileTakenIn: 1,
  ColumnsMapped: 1,
  RowDecided: 1,
  ImportCommitted: 1,
  ImportUndone: 1,
  ImportSetAside: 1,
  PlansBrought: 1,
  PlanIntakeChanged: 1,
  PlansTakenIn: 1,
  PlanIntakeUndone: 1,
  PlanIntakeSetAside: 1,
} as const;
