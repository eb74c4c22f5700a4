import type { Report } from './report';

/** A report for programs. */
export function jsonReport({ tool, istioVersion, summary, findings, undecided = [] }: Report): string {
  return `${JSON.stringify({ tool, istioVersion, summary, findings, ...(undecided.length === 0 ? {} : { undecided }) }, undefined, 2)}\n`;
}
