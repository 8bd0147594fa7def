import type { AppFiles } from './app-files.ts';
import type { Report } from './report.ts';

/** What every part of the import reads from and tells. */
export interface Reading {
  files: AppFiles;
  report: Report;
}
