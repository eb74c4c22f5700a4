import type { Field } from './field';
import { ObjectSet, perSet } from './object-set';
import type { Resource } from './resource';

/** The kinds that say how Istio is installed in a cluster. */
export const INSTALLATION_KINDS: readonly string[] = ['HelmValues', 'install.istio.io/IstioOperator'];

/** An installation of Istio, as its values say. */
export interface Installation {
  readonly resource: Resource;
  readonly profile: Field;
  /** The values that hold for all of its charts. */
  readonly global: Field;
}

/** What an object says of an installation. */
export function installationOf(resource: Resource): Installation {
  const { root, spec } = resource;
  return resource.kind === 'HelmValues'
    ? { resource, profile: root.at('profile'), global: root.at('global') }
    : { resource, profile: spec.at('profile'), global: spec.at('values', 'global') };
}

/** All installations of a set that belong to one mesh. */
export function installationsOfMesh(set: ObjectSet, meshId: string): readonly Installation[] {
  return installations(set).filter(({ global }) => global.at('meshID').text === meshId);
}

/** All installations of a set. */
export const installations = perSet(set => set.of(...INSTALLATION_KINDS).map(installationOf));
