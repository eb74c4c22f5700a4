import * as cdk8s from 'cdk8s';
import * as plus from 'cdk8s-plus-28';
import * as access from '../../imports/access.smi-spec.io';
import * as argoproj from '../../imports/argoproj.io';
import * as certManager from '../../imports/cert-manager.io';
import types from '../../imports/construct-types.json';
import * as extensions from '../../imports/extensions.istio.io';
import * as flagger from '../../imports/flagger.app';
import * as gateway from '../../imports/gateway.networking.k8s.io';
import * as kustomize from '../../imports/kustomize.toolkit.fluxcd.io';
import * as linkerd from '../../imports/linkerd.io';
import * as monitoring from '../../imports/monitoring.coreos.com';
import * as networking from '../../imports/networking.istio.io';
import * as policy from '../../imports/policy.linkerd.io';
import * as security from '../../imports/security.istio.io';
import * as source from '../../imports/source.toolkit.fluxcd.io';
import * as specs from '../../imports/specs.smi-spec.io';
import * as split from '../../imports/split.smi-spec.io';
import * as telemetry from '../../imports/telemetry.istio.io';
import * as workload from '../../imports/workload.linkerd.io';

/** What a file of constructs exports, and the fields of its types. */
export interface ConstructFile {
  /** The name that a chart gives it. */
  readonly alias: string;
  /** How it is imported. */
  readonly statement: string;
  readonly exported: Readonly<Record<string, unknown>>;
  readonly types: Readonly<Record<string, readonly string[]>>;
}

/** The class that renders objects of a kind. */
export interface ConstructClass {
  readonly file: ConstructFile;
  readonly name: string;
}

const TYPES: Readonly<Record<string, ConstructFile['types']>> = types;

const K8S: ConstructFile = { alias: 'k8s', statement: 'import { k8s } from \'cdk8s-plus-28\';', exported: plus.k8s, types: TYPES.k8s };

const GENERATED = Object.entries({
  access, argoproj, certManager, extensions, flagger, gateway, kustomize, linkerd, monitoring, networking, policy, security, source, specs, split,
  telemetry, workload,
}).map(([alias, exported]): ConstructFile => {
  const group = Object.keys(TYPES).find(name => `${name}.`.startsWith(`${dashed(alias)}.`))!;
  return { alias, statement: `import * as ${alias} from 'cdk8s-mesh/imports/${group}';`, exported, types: TYPES[group] };
});

/** Files with generated constructs, by the names that charts give them. */
export const CONSTRUCT_FILES: ReadonlyMap<string, ConstructFile> = new Map([...GENERATED, K8S].map(file => [file.alias, file]));

/** Types that all files take from cdk8s. */
export const SHARED_TYPES: ConstructFile = { alias: 'cdk8s', statement: '', exported: cdk8s, types: TYPES.cdk8s };

/** The class for an API version and kind; undefined where there is none. */
export function constructFor(apiVersion: string, kind: string): ConstructClass | undefined {
  return CLASSES.get(`${apiVersion} ${kind}`);
}

/** The versions of a group in which there is a class for a kind, as API versions say them. */
export function versionsFor(group: string, kind: string): string[] {
  const wanted = new RegExp(`^${group.replace(/\W/g, '\\$&')}/[^/ ]+ ${kind.replace(/\W/g, '\\$&')}$`);
  return [...CLASSES.keys()].filter(key => wanted.test(key)).map(key => key.split(' ')[0]);
}

const CLASSES: ReadonlyMap<string, ConstructClass> = new Map([...CONSTRUCT_FILES.values()].flatMap(file => (
  Object.entries(file.exported).flatMap(([name, value]) => {
    const { apiVersion, kind } = (value as { GVK?: { apiVersion: string; kind: string } }).GVK ?? {};
    return apiVersion === undefined ? [] : [[`${apiVersion} ${kind}`, { file, name }] as const];
  })
)));

function dashed(alias: string): string {
  return alias.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
}
