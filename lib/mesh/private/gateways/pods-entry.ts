import { Construct } from 'constructs';
import { DefaultAccess } from '../../default-access';
import { Mesh } from '../../mesh';
import { addRunbookEntry } from '../runbook/runbook-entries';
import { shellBlock } from '../runbook/shell';
import { findNamespace } from './find-namespace';

/** A gateway of which nobody has said where its pods run. */
export interface UnplacedGateway {
  /** `namespace/name` */
  readonly reference: string;
  readonly podLabels: Readonly<Record<string, string>>;
  /** what is taken for their namespace */
  readonly podNamespace: string;
  /** that of the account by which services let them in; undefined: by the namespace */
  readonly account?: string;
}

/** Puts into the runbook how to see that services let in a gateway, where nobody is let in by default. For one that something is exposed by. */
export function addPodsEntry(gateway: Construct, { reference, podLabels, podNamespace, account }: UnplacedGateway): void {
  const { defaultAccess, _provider: { runbook: { gateways: topic } } } = Mesh.of(gateway);
  if (topic !== undefined && defaultAccess === DefaultAccess.DENY) {
    const text = [
      `Nothing says where its pods run, so services let in ${account === undefined ? '' : `the account \`${account}\` of `}the namespace \`${podNamespace}\`, where the gateway is, and a policy there lets clients in to it. \`istioctl\` installs gateways into the root namespace of the mesh. If the command finds another than \`${podNamespace}\`, say \`podNamespace\` of the gateway, and render again.`,
      shellBlock(...findNamespace(podLabels)),
    ].join('\n\n');
    addRunbookEntry(gateway, { topic, title: reference, text: () => text });
  }
}
