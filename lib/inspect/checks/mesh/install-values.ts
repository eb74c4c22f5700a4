import type { Field } from '../../mesh/field';
import { ISTIO_GATEWAY } from '../../mesh/gateway-references';
import { Installation, INSTALLATION_KINDS, installationOf, installationsOfMesh } from '../../mesh/installations';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { defineCheck, Judgement } from '../check';
import { meshRule } from './mesh-rule';

const installValues = meshRule(
  'MESH028', 'error', ['install-values', 'Installation values are inconsistent, or name an unknown profile.'],
);

/** How Istio is installed, in one cluster or several. */
export const installValuesCheck = defineCheck({
  rules: [installValues],
  kinds: INSTALLATION_KINDS,
  reads: [ISTIO_GATEWAY],
  * judge(resource, { set }) {
    const installation = installationOf(resource);
    yield* judgeProfile(installation.profile);
    yield* judgeNames(installation.global);
    yield* judgeMesh(set, installation);
  },
});

const PROFILES = ['default', 'demo', 'minimal', 'remote', 'empty', 'preview', 'stable', 'ambient', 'openshift', 'openshift-ambient'];

function* judgeProfile({ text = '', path }: Field): Judgement {
  if (text !== '' && !PROFILES.includes(text)) {
    yield {
      rule: installValues,
      path,
      message: `unknown profile ${text}`,
      expected: PROFILES.join(', '),
      repair: text === 'production' ? 'write default, which is the profile for production' : 'name one of these profiles',
    };
  }
}

const NAMES: ReadonlyArray<readonly string[]> = [['meshID'], ['multiCluster', 'clusterName'], ['network']];

function* judgeNames(global: Field): Judgement {
  const [present, missing] = [true, false].map(isThere => NAMES.filter(name => global.at(...name).isFilled === isThere));
  if (present.length > 0 && missing.length > 0) {
    yield {
      rule: installValues,
      path: global.at(...present[0]).path,
      message: `${listed(present)} ${present.length === 1 ? 'is' : 'are'} set without ${listed(missing)}, but a multi-cluster mesh needs all three`,
      repair: `also set ${listed(missing)}, or set none of them for a single-cluster mesh`,
    };
  }
}

function listed(names: ReadonlyArray<readonly string[]>): string {
  return names.map(name => `global.${name.join('.')}`).join(' and ');
}

function* judgeMesh(set: ObjectSet, { resource, global }: Installation): Judgement {
  const others = installationsOfMesh(set, global.at('meshID').text ?? '').filter(other => other.resource !== resource);
  const network = global.at('network');
  const far = others.find(other => other.global.at('network').isFilled && other.global.at('network').value !== network.value);
  if (network.isFilled && far !== undefined && !hasEastWestGateway(set)) {
    yield {
      rule: installValues,
      path: network.path,
      message: `clusters of this mesh are in the networks ${network.text} and ${far.global.at('network').text}, and no gateway connects them`,
      repair: 'add an east-west gateway to each of them: a Gateway with port 15443, protocol TLS and tls: {mode: AUTO_PASSTHROUGH}',
      severity: 'warning',
    };
  }
  const primary = others.find(other => !other.global.at('remotePilotAddress').isFilled);
  if (global.at('remotePilotAddress').isFilled && primary !== undefined && primary.global.at('externalIstiod').value !== true) {
    yield {
      rule: installValues,
      path: global.at('remotePilotAddress').path,
      message: `the cluster has an external control plane, but ${primary.resource.reference.kind} ${primary.resource.fullName} does not let its istiod do so`,
      repair: 'set global.externalIstiod: true there',
      severity: 'warning',
    };
  }
}

const hasEastWestGateway = perSet(set => set.of(ISTIO_GATEWAY).some(({ spec }) => spec.at('servers').items().some(server => (
  server.at('port', 'number').number === 15_443 && server.at('tls', 'mode').text === 'AUTO_PASSTHROUGH'
))));
