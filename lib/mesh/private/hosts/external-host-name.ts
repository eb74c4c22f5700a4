import { requireHostname } from './hostname';

/** @throws when a text is no host outside of the cluster */
export function requireExternalHost(host: string, clusterDomain: string, place: string): string {
  if (host === '*') {
    throw new Error(`${place}: "*" stands for every host, those of the mesh too. Say a host, or all below one: "*.example.com".`);
  }
  requireHostname(host, place);
  if (host === clusterDomain || host.endsWith(`.${clusterDomain}`)) {
    throw new Error(`${place}: "${host}" is a host of the cluster. Say MeshService.adopt to say what happens to its requests, or MeshService.fromHost to send requests to it.`);
  }
  return host;
}
