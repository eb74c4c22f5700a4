import { CelError } from './cel-error';

/** Whether something has a value rather than an error: what `isURL` is to `url`. */
export function succeeds(evaluation: () => unknown): boolean {
  try {
    evaluation();
    return true;
  } catch (error) {
    CelError.caught(error);
    return false;
  }
}
