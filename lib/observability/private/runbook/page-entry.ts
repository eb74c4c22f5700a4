import type { MeshService } from '../../../mesh/mesh-service';
import { PAGES } from '../../../mesh/private/runbook/pages-topic';
import { addRunbookEntry } from '../../../mesh/private/runbook/runbook-entries';
import { shellBlock } from '../../../mesh/private/runbook/shell';

/** Pages for people that a server has. */
export interface ServedPage {
  readonly port: number;
  /** where a browser begins: `/kiali` */
  readonly path?: string;
}

/** Puts into the runbook how one opens the pages of a server. */
export function addPageEntry(service: MeshService, { port, path = '/' }: ServedPage): void {
  const { serviceName: name, serviceNamespace: namespace } = service;
  addRunbookEntry(service, {
    topic: PAGES,
    title: `${namespace}/${name}`,
    text: () => shellBlock(`# then open http://localhost:${port}${path}`, `kubectl port-forward -n ${namespace} service/${name} ${port}:${port}`),
  });
}
