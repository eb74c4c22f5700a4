/**
 * @returns the path
 * @throws when no request has it
 */
export function requirePath(path: string, call: string): string {
  refuse(path, path, call);
  return path;
}

/**
 * @returns the text
 * @throws when the path of no request begins with it
 */
export function requirePathStart(start: string, call: string): string {
  // It may end amid a segment: "/." begins "/.well-known".
  refuse(start, `${start}x`, call);
  return start;
}

function refuse(said: string, path: string, call: string): void {
  if (!said.startsWith('/')) {
    throw new Error(`${call}: a path begins with "/". Use "/${said}".`);
  }
  const [strange] = STRANGE.exec(path) ?? [];
  if (strange !== undefined) {
    throw new Error(`${call}: no request path contains "${strange}". ${repairOf(strange)}`);
  }
}

/** The mesh compares what is left when it has resolved, encoded and decoded some of a path, as is usual for URLs. This is never left. */
const STRANGE = new RegExp([
  '[?#]',
  // Sent as they are, they are encoded first; "\" becomes "/".
  '[^\\x21-\\x7e]|["<>\\\\^`{|}]',
  // Segments of dots
  '/(?:\\.|%2[eE]){1,2}(?=/|$)',
  // Letters, digits, "-", "_" and "~" that are encoded without need
  '%(?:2[dD]|3\\d|[46][1-9a-fA-F]|5[\\daAfF]|7[\\daAeE])',
].join('|'), 'u');

function repairOf(strange: string): string {
  switch (strange[0]) {
    case '?': return 'Match the query with Match.query.';
    case '#': return 'Remove it and what follows: clients do not send that.';
    case '/': return 'The mesh resolves it before comparing: write the resulting path.';
    case '%': return `The mesh decodes it before comparing: write "${decodeURIComponent(strange)}".`;
    case '{': return 'For a variable part, use PathMatch.regex("/orders/[^/]+").';
    // A surrogate alone is no character, and cannot be encoded.
    default: return `Write it as it is sent: "${encodeURIComponent(Buffer.from(strange).toString())}".`;
  }
}
