/**
 * A path as policies see it, where the mesh says nothing of paths: without the query, what needs no escape unescaped, and dots resolved. Slashes
 * that are escaped stay so, and two of them stay two.
 */
export function pathSeen(path: string): string {
  const [bare] = path.split(/[?#]/);
  const plain = bare.replace(/%[0-9A-Fa-f]{2}/g, code => {
    const letter = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[\w.~-]/.test(letter) ? letter : code;
  });
  return new URL(`http://host${plain.startsWith('/') ? plain : `/${plain}`}`).pathname;
}
