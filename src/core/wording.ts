export type { Finding, Judgement, Verdict } from './wording/judge.ts';
export { judge } from './wording/judge.ts';
export { isStatusReason } from './wording/reason.ts';
