import { requireHostname } from './hostname';

/** @throws when a text is no host outside of the cluster */
export function requireExternalHost(host: string, clusterDomain: string, place: string): string {
  if (host === '*') {
    throw new Error(`${place}: "*" matches every host, including those of the mesh. Use a host, or all hosts below one: "*.example.com".`);
  }
  requireHostname(host, place);
  if (host === clusterDomain || host.endsWith(`.${clusterDomain}`)) {
    throw new Error(`${place}: "${host}" is a host of the cluster. Use MeshService.adopt to control its traffic, or MeshService.fromHost to send requests to it.`);
  }
  return host;
}
