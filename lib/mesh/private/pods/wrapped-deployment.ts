import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import { Deployment, LabelSelector } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { claimName } from '../claim-name';
import { createAccount } from './account';

/** What a service says of its pods. */
export interface PodWords {
  readonly inMesh: boolean;
  readonly labels: Readonly<Record<string, string>>;
  readonly namespace: string;
}

/**
 * Makes sure that a service can have a Deployment that somebody wrote.
 *
 * @throws when it has the name of another, lies in another namespace than its service, or contradicts what the service says of its pods
 */
export function requireWrappable(deployment: Deployment, { inMesh, labels, namespace }: PodWords, place: string): void {
  const other = deployment.metadata.namespace ?? Chart.of(deployment).namespace;
  if (other !== namespace) {
    throw new Error(`${place}: "${deployment.node.path}" is in ${other === undefined ? 'no namespace' : `the namespace "${other}"`}, and its service in "${namespace}", but a Service selects only pods of its own namespace. Create both in one namespace.`);
  }
  if (inMesh && deployment.hostNetwork === true) {
    throw new Error(`${place}: "${deployment.node.path}" uses the host network, where pods get no proxy. Leave out hostNetwork, or set inMesh: false.`);
  }
  claimName(deployment, { what: 'Deployment', name: deployment.name }, place, 'Give one of the two another name.');
  const { matchLabels } = deployment;
  const [contradicted] = Object.keys(labels).filter(name => name in matchLabels && matchLabels[name] !== labels[name]);
  if (contradicted !== undefined) {
    throw new Error(`${place}: "${deployment.node.path}" selects pods with "${contradicted}: ${matchLabels[contradicted]}", but they will have "${contradicted}: ${labels[contradicted]}". Use the same value, or select by other labels.`);
  }
}

/** Adds what a Deployment that somebody wrote does not say: what it selects, and what else its pods are labelled with. */
export function complete(deployment: Deployment, labels: Readonly<Record<string, string>>, stamps: Readonly<Record<string, string>>): void {
  if (Object.keys(deployment.matchLabels).length === 0 && deployment.matchExpressions.length === 0) {
    deployment.select(LabelSelector.of({ labels: { ...labels } }));
  }
  const { podMetadata } = deployment;
  Object.entries(stamps).filter(([name]) => podMetadata.getLabel(name) === undefined).forEach(([name, value]) => podMetadata.addLabel(name, value));
}

/** Lets a Deployment without an account run as one, which is created with its first use. */
export function giveAccount(deployment: Deployment, place: Construct, name: string): void {
  if (deployment.serviceAccount === undefined) {
    if (place.node.children.length === 0) {
      createAccount(place, name);
    }
    ApiObject.of(deployment).addJsonPatch(JsonPatch.add('/spec/template/spec/serviceAccountName', name));
  }
}
