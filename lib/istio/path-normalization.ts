/** What proxies of Istio do with the path of a request, before they compare it and send it on. */
export enum PathNormalization {
  /** Nothing. */
  NONE = 'NONE',
  /** They resolve `.` and `..`, take `\` for `/`, and decode what needs no escape. Istio does so where it is told nothing. */
  BASE = 'BASE',
  /** The same, and of several slashes they make one. */
  MERGE_SLASHES = 'MERGE_SLASHES',
  /** The same, after `%2F` and `%5C` were decoded, so that a path begins as servers read it. */
  DECODE_AND_MERGE_SLASHES = 'DECODE_AND_MERGE_SLASHES',
}
