/** Whether a text is a token of HTTP, as the names of headers and of cookies are. */
export function isToken(text: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(text);
}
