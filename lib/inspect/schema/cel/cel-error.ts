/**
 * What an evaluation ends in when it has no value, in the words of the API server: `no such key: port`. In CEL that is a result like any
 * other: `&&`, `||`, `all` and `exists` go on past it where the rest decides.
 */
export class CelError extends Error {
  /** What was caught, when it is such an error. @throws anything else again. */
  public static caught(error: unknown): CelError {
    if (error instanceof CelError) {
      return error;
    }
    throw error;
  }
}

/** The error of an operator or function that knows no such arguments. */
export function noSuchOverload(signature?: string): CelError {
  return new CelError(signature === undefined ? 'no such overload' : `no such overload: ${signature}`);
}
