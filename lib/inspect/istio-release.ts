/** The releases of Istio whose API and rules are known, oldest first. */
export const ISTIO_RELEASES: readonly string[] = Array.from({ length: 12 }, (_, index) => `1.${20 + index}`);

/** The release that applies where none is named. */
export const DEFAULT_ISTIO_RELEASE = '1.30';

/** Whether a release came before another. */
export function isBefore(one: string, other: string): boolean {
  return ISTIO_RELEASES.indexOf(one) < ISTIO_RELEASES.indexOf(other);
}
