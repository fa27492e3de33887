export { addTask } from './commands/add-task.ts';
export { finishTask, reopenTask } from './commands/finish-task.ts';
export { withdrawTask } from './commands/withdraw-task.ts';
export { finishTaskForm, newTaskForm } from './domain/task.form.ts';
export { originWords, planTasks, type Task, type TaskPlan } from './domain/task.ts';
export { countTasks, type TaskCounts } from './queries/count-tasks.ts';
export {
  findTask,
  findTaskToChange,
  listMyTasks,
  listTasksFrom,
  listTasksGiven,
  listTasksIn,
  listTasksOf,
} from './queries/list-tasks.ts';
