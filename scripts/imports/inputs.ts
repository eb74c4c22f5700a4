import { Facts, readFacts } from './facts';
import { InputFile, readInputFiles } from './input-files';
import { InputRequest } from './request';

/** What imports/ is made from. */
export interface Inputs {
  readonly crdFiles: readonly InputFile[];
  /** undefined where no schema tables are wanted */
  readonly facts?: Facts;
}

export function readInputs({ paths, facts, tables }: InputRequest): Inputs {
  return { crdFiles: readInputFiles(paths), facts: tables ? readFacts(facts) : undefined };
}

/** Every file that is an input, and so stands in the lock. */
export function allFiles({ crdFiles, facts }: Inputs): readonly InputFile[] {
  if (facts === undefined) {
    return crdFiles;
  }
  return [...crdFiles, facts.builtins, facts.istioHistory, facts.istioAnnotations, facts.istioValues, facts.meshConfig];
}
