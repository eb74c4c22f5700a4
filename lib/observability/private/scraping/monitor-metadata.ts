import { ApiObjectMetadata } from 'cdk8s';
import { Construct } from 'constructs';
import { claimName } from '../../../mesh/private/claim-name';

/** The metadata of a monitor. @throws with both paths when there is one of this kind and name */
export function monitorMetadata(owner: Construct, kind: string, name: string, labels?: Readonly<Record<string, string>>): ApiObjectMetadata {
  claimName(owner, { what: kind, name }, owner.node.path, 'One is enough; or lay them into different namespaces.');
  return { name, ...(labels === undefined ? {} : { labels: { ...labels } }) };
}
