import { Construct } from 'constructs';
import { Mesh } from '../../mesh';
import { claim } from '../claim';
import { Slot } from '../slot';
import type { CertificateIntent } from './gateway-intent';

/** Creates what gets a certificate for the hostnames of a gateway. @throws when there can be none, or its Secret is another gateway's */
export function createGatewayCertificate(owner: Construct, intent: CertificateIntent): void {
  const { path } = owner.node;
  const { hostnames, namespace, secret } = intent;
  if (hostnames.includes('*')) {
    throw new Error(`${path}: no certificate can cover all hostnames. List the hostnames, such as "*.example.com", or use your own certificate: tls: GatewayTls.secret("...").`);
  }
  const first = claim(`certificate ${namespace}/${secret}`, owner);
  if (first !== owner) {
    throw new Error(`${path}: the Secret "${secret}" in "${namespace}" is already used for the certificate of "${first.node.path}". Use another name: GatewayTls.certManager("${intent.issuer.name}", { secretName: "..." }).`);
  }
  new Slot(owner, 'certificate', place => Mesh.of(owner)._provider.certificate(place, intent)).fill();
}
