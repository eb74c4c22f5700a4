import type { Report } from './report';

/** A report for programs. */
export function jsonReport({ tool, istioVersion, summary, findings }: Report): string {
  return `${JSON.stringify({ tool, istioVersion, summary, findings }, undefined, 2)}\n`;
}
