/** Which requests a log has lines for. */
export class LogFilter {
  /** Those that failed: with a status of 400 or more. */
  public static errors(): LogFilter {
    return LogFilter.statusFrom(400);
  }

  /** Those for which an expression holds, in the language of the mesh: for Istio CEL, such as `request.method == "POST"`. @throws when it is empty */
  public static expression(expression: string): LogFilter {
    if (expression.trim() === '') {
      throw new Error('LogFilter.expression: the expression is empty. Set a condition, or leave out the filter to log all requests.');
    }
    return new LogFilter(expression);
  }

  /** Those with this status or a greater one. @throws when it is no status of HTTP */
  public static statusFrom(status: number): LogFilter {
    if (!(Number.isInteger(status) && status >= 100 && status <= 599)) {
      throw new Error(`LogFilter.statusFrom(${status}): this is not an HTTP status. Use one from 100 to 599, such as 400.`);
    }
    return new LogFilter(`response.code >= ${status}`);
  }

  /** @internal */
  public readonly _expression: string;

  private constructor(expression: string) {
    this._expression = expression;
  }
}
