/** What is thrown where a mesh lacks what was said, or is not rendered for with it: never is a thing left out without a word. */
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

export function notExpressible({ place, feature, mesh, nearest }: NotExpressible): Error {
  return new Error(`${place}: ${feature} cannot be rendered for ${mesh}. ${nearest}`);
}
