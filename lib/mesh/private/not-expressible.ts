/** Something that a mesh lacks, or that is not rendered for it yet. */
export interface NotExpressible {
  /** path of the construct */
  readonly place: string;
  /** what was said */
  readonly feature: string;
  /** what the mesh is, in words */
  readonly mesh: string;
  /** what comes nearest to it there, as a sentence */
  readonly nearest: string;
}

/** What a provider throws instead of leaving a thing out without a word. */
export function notExpressible({ place, feature, mesh, nearest }: NotExpressible): Error {
  return new Error(`${place}: ${feature} cannot be rendered for ${mesh}. ${nearest}`);
}
