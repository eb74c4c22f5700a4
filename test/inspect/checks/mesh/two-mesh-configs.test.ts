import { twoMeshConfigsCheck } from '../../../../lib/inspect/checks/mesh/two-mesh-configs';
import { kube, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const operator = (name: string, spec: string): string => kube(`IstioOperator istio-system/${name}`, `{${spec}}`);
const configMap = (name: string, mesh: string): string => `{apiVersion: v1, kind: ConfigMap, metadata: {name: ${name}, namespace: istio-system}, data: {mesh: "${mesh}"}}`;
const [mesh, other] = ['meshConfig: {rootNamespace: a, accessLogFile: /dev/stdout}', 'meshConfig: {rootNamespace: b}'];

ruleCases(twoMeshConfigsCheck, [
  ['two IstioOperators', together(operator('a', mesh), operator('b', other)), [
    'info spec.meshConfig: IstioOperator istio-system/b has different values for rootNamespace, and is the one used here',
  ]],
  ['a ConfigMap beside an IstioOperator', together(operator('a', mesh), configMap('istio', 'rootNamespace: b')), [
    'info data.mesh: IstioOperator istio-system/a has different values for rootNamespace, and is the one used here',
  ]],
], [
  ['one', operator('a', mesh)],
  ['two that agree', together(operator('a', mesh), operator('b', mesh))],
  ['two that say different things', together(operator('a', 'meshConfig: {accessLogFile: /dev/stdout}'), operator('b', other))],
  ['those of two revisions', together(operator('a', mesh), operator('b', `revision: canary, ${other}`), configMap('istio-blue', 'rootNamespace: c'))],
  ['those of two clusters', together(operator('a', mesh), operator('b', `${other}, values: {global: {multiCluster: {clusterName: west}}}`))],
  ['a file that is meant to override', together(operator('a', mesh), operator('b', 'components: {}'))],
]);
