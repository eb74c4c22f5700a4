import { Findings } from '../check/findings';
import { own } from '../own';
import { checkAutoscaler } from './autoscaler-rules';
import { checkConfigMap, checkSecret } from './data-rules';
import { checkDisruptionBudget } from './disruption-rules';
import { checkIngress } from './ingress-rules';
import { checkCronJob, checkJob } from './job-rules';
import { checkNetworkPolicy } from './network-policy-rules';
import { checkPodSpec } from './pod-rules';
import { checkThere } from './presence';
import { checkClusterRole, checkClusterRoleBinding, checkRole, checkRoleBinding } from './role-rules';
import { checkService } from './service-rules';
import { Fields, FieldsRule, inField } from './steps';
import { checkDaemonSet, checkDeployment, checkReplicaSet, checkStatefulSet } from './workload-rules';

/**
 * Holds an object of a built-in kind against what the API server's own code demands and no schema tells: how its fields go together, and the
 * forms of names and numbers. Only rules that people break are here; each was tried at an API server of release 1.32.
 */
export function checkNativeRules(object: Fields, kind: string, findings: Findings): void {
  if (WITH_SPEC.has(kind)) {
    checkThere(object, 'spec', findings, 'o');
  }
  own(RULES, kind)?.(object, findings);
}

/** Kinds of which the API server refuses an object without `spec`, though OpenAPI does not require it. */
const WITH_SPEC = new Set([
  'CronJob', 'DaemonSet', 'Deployment', 'HorizontalPodAutoscaler', 'Ingress', 'IngressClass', 'Job', 'PersistentVolumeClaim', 'Pod',
  'ReplicaSet', 'Service', 'StatefulSet',
]);

const RULES: Readonly<Record<string, FieldsRule>> = {
  ClusterRole: checkClusterRole,
  ClusterRoleBinding: checkClusterRoleBinding,
  ConfigMap: checkConfigMap,
  CronJob: checkCronJob,
  DaemonSet: checkDaemonSet,
  Deployment: checkDeployment,
  HorizontalPodAutoscaler: checkAutoscaler,
  Ingress: checkIngress,
  Job: checkJob,
  NetworkPolicy: checkNetworkPolicy,
  Pod: checkPod,
  PodDisruptionBudget: checkDisruptionBudget,
  ReplicaSet: checkReplicaSet,
  Role: checkRole,
  RoleBinding: checkRoleBinding,
  Secret: checkSecret,
  Service: checkService,
  StatefulSet: checkStatefulSet,
};

/** Webhooks complete a Pod before it is held against the rules. */
function checkPod(object: Fields, findings: Findings): void {
  inField(object, 'spec', findings, spec => checkPodSpec(spec, findings, { isCompleted: true }));
}
