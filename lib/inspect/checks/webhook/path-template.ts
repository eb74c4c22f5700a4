/** What stands for one segment of a path, and for all that are left. */
const ONE = '{*}';
const REST = '{**}';
const LITERAL = /^[a-zA-Z0-9\-._~%!$&'()+,;:@=]+$/;

/** What is wrong with a path that may hold `{*}` and `{**}`; undefined when nothing is. */
export function pathTemplateProblem(path: string): string | undefined {
  if (!/[{}]/.test(path)) {
    return undefined;
  }
  const segments = path.replace(/^\/+|\/+$/g, '').split('/');
  const isTemplate = segments.some(isVariable);
  for (const [place, segment] of segments.entries()) {
    if (isVariable(segment)) {
      if (segments.slice(0, place).includes(REST)) {
        return `${segment} comes after ${REST}, which matches the rest of the path`;
      }
    } else if (/[{}]/.test(segment)) {
      return `"${segment}" is neither ${ONE} nor ${REST}, and braces have no other meaning`;
    } else if (isTemplate && !LITERAL.test(segment)) {
      return `"${segment}" cannot be combined with ${ONE} or ${REST}`;
    }
  }
  return undefined;
}

function isVariable(segment: string): boolean {
  return segment === ONE || segment === REST;
}
