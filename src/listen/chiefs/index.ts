// Building chiefs bring in what is wrong in their building, and see what became of it. Only this file is imported from outside.

export { findReported, type Reported } from './find-reported.ts';
export { ownBuildings, reportProblems, reportProblemsInput, type ReportProblems } from './report-problems.ts';
