import { CONSTRUCT_TYPES_FILE, constructTypes } from './construct-types';
import { constructsByFile, generateConstructs } from './constructs';
import { Facts, readPublicSources } from './facts';
import { installedGenerators } from './generators';
import { allFiles, readInputs } from './inputs';
import { ISTIO_ANNOTATIONS_FILE, istioAnnotations } from './istio-annotations';
import { ISTIO_FIELDS_FILE, istioFields } from './istio-fields';
import { ISTIO_VALUES_FILE, istioValues } from './istio-values';
import { Lock, LOCK_FILE, lockedSources, lockText, outputHashes } from './lock';
import { meshConfigFiles } from './mesh-config';
import { readCrds } from './read-crds';
import { InputRequest } from './request';
import { generateTables } from './schema-tables';

export interface Generated {
  readonly lock: Lock;
  /** every file of imports/, the lock among them: path below it to text */
  readonly files: ReadonlyMap<string, string>;
}

/** Makes everything that stands in imports/, in memory: the same inputs and generators give the same bytes. */
export function generate(request: InputRequest): Generated {
  const inputs = readInputs(request);
  const crdsByFile = readCrds(inputs.crdFiles);
  const crds = [...crdsByFile.values()].flat();
  const constructs = generateConstructs(crds);
  const ours = (facts: Facts): ReadonlyMap<string, string> => (
    new Map([[CONSTRUCT_TYPES_FILE, constructTypes(constructs)], ...generateTables(crds, facts), ...filesOfFacts(facts)])
  );
  const outputs = new Map([...constructs, ...inputs.facts === undefined ? [] : ours(inputs.facts)]);
  const lock: Lock = {
    generators: installedGenerators(),
    sources: lockedSources(allFiles(inputs), crdsByFile, readPublicSources(request.facts)),
    constructs: constructsByFile(crds),
    outputs: outputHashes(outputs),
  };
  return { lock, files: new Map([...outputs, [LOCK_FILE, lockText(lock)]]) };
}

/** What stands beside the constructs and is made from facts alone. */
function filesOfFacts(facts: Facts): ReadonlyMap<string, string> {
  return new Map([
    [ISTIO_ANNOTATIONS_FILE, istioAnnotations(facts)],
    [ISTIO_FIELDS_FILE, istioFields(facts)],
    [ISTIO_VALUES_FILE, istioValues(facts)],
    ...meshConfigFiles(facts),
  ]);
}
