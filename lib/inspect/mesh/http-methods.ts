const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'CONNECT', 'TRACE']);

/** The method of HTTP that a text means in other letter case, which proxies tell from it; undefined for anything else. */
export function methodMeant(text: string): string | undefined {
  const upper = text.toUpperCase();
  return text !== upper && METHODS.has(upper) ? upper : undefined;
}
