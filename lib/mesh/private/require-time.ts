import { Duration } from 'cdk8s';

const MILLISECONDS = { milliseconds: 1, seconds: 1000 } as const;

/** @throws when a time is none, or no whole number of what the mesh measures it in; what is not said passes */
export function requireTime(time: Duration | undefined, unit: keyof typeof MILLISECONDS, name: string): void {
  const length = time?.toMilliseconds({ integral: false });
  if (length !== undefined && !(length > 0 && length % MILLISECONDS[unit] === 0)) {
    throw new Error(`${name} cannot be ${length} milliseconds. Use a whole number of ${unit}, at least one.`);
  }
}
