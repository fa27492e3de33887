/** What happens to forms, with the version of each shape. */
export const reportsEvents = {
  FormAdded: 1,
  FormMapped: 1,
  FormReplaced: 1,
  FormWithdrawn: 1,
  FormFilled: 1,
} as const;
