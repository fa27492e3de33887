export { addTask } from './commands/add-task.ts';
export { finishTask } from './commands/finish-task.ts';
export { finishTaskForm, newTaskForm } from './domain/task.form.ts';
export { originWords, planTasks, type Task, type TaskPlan } from './domain/task.ts';
export { findTask, findTaskToChange, listMyTasks, listTasksOf } from './queries/list-tasks.ts';
