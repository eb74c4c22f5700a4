import { isThere } from './steps';

/** Whether a field holds something; to Go an empty list is none. */
export function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : isThere(value);
}
