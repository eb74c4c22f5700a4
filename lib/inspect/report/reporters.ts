import { githubReport } from './github-report';
import { jsonReport } from './json-report';
import type { Report, ReportStyle } from './report';
import { sarifReport } from './sarif-report';
import { textReport } from './text-report';

/** The formats of a report, by name. */
export const reporters = {
  text: textReport,
  json: jsonReport,
  sarif: sarifReport,
  github: githubReport,
} as const satisfies Readonly<Record<string, (report: Report, style: ReportStyle) => string>>;

/** The name of a format. */
export type ReportFormat = keyof typeof reporters;
