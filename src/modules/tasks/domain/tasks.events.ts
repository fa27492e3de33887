/** What happens to commitments, with the version of each shape. */
export const tasksEvents = {
  TaskAdded: 1,
  TaskFinished: 1,
  TaskReopened: 1,
  TaskMoved: 1,
  TaskHandedOver: 1,
  TaskWithdrawn: 1,
} as const;
