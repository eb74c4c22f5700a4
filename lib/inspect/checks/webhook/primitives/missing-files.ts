import type { Field } from '../../../mesh/field';

/** What is missing of a certificate and its key: the place of the first of them, and words for what there is not and what to name. */
export interface MissingFiles {
  readonly place: Field;
  readonly lacks: string;
  readonly files: string;
}

/** Undefined where both are there. */
export function missingFiles(tls: Field, certificate: string): MissingFiles | undefined {
  const [place, other] = [certificate, 'privateKey'].map(key => tls.at(key)).filter(({ isFilled }) => !isFilled);
  if (place === undefined) {
    return undefined;
  }
  return other === undefined ? { place, lacks: `no ${place.key}`, files: 'file' } : { place, lacks: `neither ${place.key} nor ${other.key}`, files: 'files' };
}
