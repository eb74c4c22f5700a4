/**
 * A path as policies see it: without the query, what needs no escape unescaped, and dots resolved. Where the mesh says nothing of paths, slashes
 * that are escaped stay so, and two of them stay two; with `DECODE_AND_MERGE_SLASHES`, both kinds are read once, and several are one.
 */
export function pathSeen(path: string, decodes = false): string {
  const [bare] = path.split(/[?#]/);
  const read = decodes ? bare.replace(/%2f/gi, '/').replace(/%5c/gi, '\\') : bare;
  const plain = read.replace(/%[0-9A-Fa-f]{2}/g, code => {
    const letter = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[\w.~-]/.test(letter) ? letter : code;
  });
  const { pathname } = new URL(`http://host${plain.startsWith('/') ? plain : `/${plain}`}`);
  return decodes ? pathname.replace(/\/{2,}/g, '/') : pathname;
}
