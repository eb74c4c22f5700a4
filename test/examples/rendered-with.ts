import { renderedBy } from '../support/run-app';

/** What a program renders when it is run with an environment variable. */
export function renderedWith(program: string, variable: string, value: string): Record<string, string> {
  const before = process.env[variable];
  process.env[variable] = value;
  try {
    return renderedBy(program);
  } finally {
    delete process.env[variable];
    if (before !== undefined) {
      process.env[variable] = before;
    }
  }
}
