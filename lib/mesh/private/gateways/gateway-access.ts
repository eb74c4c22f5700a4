import { Construct } from 'constructs';
import { Access } from '../../access';
import { Caller } from '../../caller';
import { DefaultAccess } from '../../default-access';
import { Mesh } from '../../mesh';
import { IWorkload } from '../../workload';
import { judgeSharedAccess } from './shared-access';

/**
 * Who may call a gateway. Where nobody is let in by default, it lets everybody in: that is what it is for.
 *
 * @param name of its policies
 * @param hostnames those that it serves; undefined: it is not known which
 */
export function createGatewayAccess(gateway: Construct & IWorkload, name: string, hostnames?: readonly string[]): Access {
  const { defaultAccess, mutualTls, rootNamespace } = Mesh.of(gateway);
  const scope = new Construct(gateway, 'access');
  const access = Access._of({ place: gateway.node.path, scope, name, kind: 'gateway', pods: () => gateway._workload(), usualTls: () => mutualTls });
  if (defaultAccess === DefaultAccess.DENY) {
    access._presume(Caller.anyone());
  }
  judgeSharedAccess({ owner: gateway, rootNamespace, pods: () => gateway._workload(), hostnames, said: () => access._rules.said('allow') });
  return access;
}
