/** What looks after the whole book. Few commands need it, and one file loads it together: each one loaded apart costs a start. */
export { examineBook } from './checkup.ts';
export { erasureOf, forget, keptBackups, peopleMeant } from './forget.ts';
export { moveBook } from './move.ts';
export { restoreBook } from './restore.ts';
