import path from 'node:path';
import type { Check } from '../inspect/checks/check';
import type { Rule } from '../inspect/checks/rule';
import type { RuleBook } from '../inspect/checks/rule-book';
import type { JudgeOptions } from '../inspect/checks/run-checks';
import { Suppression } from '../inspect/checks/suppression';
import { nearest } from '../inspect/nearest';
import { SchemaStore } from '../inspect/schema/schema-store';
import { assumedObject } from './assumed-object';
import { CliError } from './cli-error';
import { readCrds } from './crd-files';
import { knownName } from './known-rules';
import { otherClusters } from './other-clusters';
import { readSettings } from './settings-file';

/** The flags of `check` that decide on how objects are judged. */
export interface JudgeFlags {
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly analyzer: readonly string[];
  readonly suppress: readonly string[];
  readonly istioVersion: string;
  readonly meshConfig?: string;
  readonly meshNetworks?: string;
  readonly defaultNamespace: string;
  readonly crds: readonly string[];
  readonly assume: readonly string[];
  readonly complete: boolean;
  readonly cluster: readonly string[];
}

/**
 * How objects are judged, by the flags of a command line.
 *
 * @throws CliError when a flag has a value that means nothing, or a file that cannot be read.
 */
export function judgeOptions(flags: JudgeFlags, { rules }: RuleBook): JudgeOptions {
  const { defaultNamespace } = flags;
  const known = SchemaStore.at(SCHEMAS);
  const schemas = known.withCrds(readCrds(flags.crds, known));
  const [only, skip] = [flags.only, flags.skip].map(names => names.map(name => knownName(name, rules)));
  return {
    filter: { only, skip },
    suppressions: flags.suppress.map(flag => suppressionOf(flag, rules)),
    schemas,
    istioRelease: flags.istioVersion,
    defaultNamespace,
    set: {
      complete: flags.complete,
      assumed: flags.assume.map(flag => assumedObject(flag, schemas)),
      meshConfig: flags.meshConfig === undefined ? undefined : readSettings('--mesh-config', flags.meshConfig),
      meshNetworks: flags.meshNetworks === undefined ? undefined : readSettings('--mesh-networks', flags.meshNetworks),
      clusters: otherClusters(flags.cluster, { schemas, defaultNamespace }),
    },
  };
}

const SCHEMAS = path.join(__dirname, '../../imports/schemas');

/**
 * The checks that answer to istioctl's analyzers of these names; all when none is named.
 *
 * @throws CliError when there is no such analyzer.
 */
export function checksOf(analyzers: readonly string[], { checks }: RuleBook): readonly Check[] {
  const known = [...new Set(checks.flatMap(analyzersOf))];
  for (const name of analyzers.filter(one => !known.includes(one))) {
    const near = nearest(name, known);
    const hint = near.length === 0 ? `expected one of ${known.sort().join(', ')}` : `did you mean ${near.join(' or ')}?`;
    throw new CliError(`--analyzer ${name}: no check belongs to this analyzer; ${hint}`);
  }
  if (analyzers.length === 0) {
    return checks;
  }
  return checks.filter(check => analyzersOf(check).some(name => analyzers.includes(name))).map(check => ({ ...check, onRequest: false }));
}

function analyzersOf({ analyzer = [] }: Check): readonly string[] {
  return typeof analyzer === 'string' ? [analyzer] : analyzer;
}

function suppressionOf(flag: string, rules: readonly Rule[]): Suppression {
  const [, name, glob] = /^([^=]+)=(.+)$/s.exec(flag) ?? [];
  if (name === undefined) {
    throw new CliError(`--suppress ${flag}: expected CODE=GLOB, for example --suppress 'CRD001=VirtualService shop/*'`);
  }
  return new Suppression(knownName(name, rules), glob);
}
