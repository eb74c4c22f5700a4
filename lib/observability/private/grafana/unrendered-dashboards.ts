import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { boundaryOf } from '../../../mesh/private/boundary';
import { judgeTogether } from '../../../mesh/private/judged-together';
import { namespaceOf } from '../../../mesh/private/platform/namespace-of';
import { providedTo } from '../../../mesh/private/provides';
import type { Grafana } from '../../grafana';

/** A ConfigMap that a Grafana mounts. */
interface MountedMap {
  readonly grafana: Grafana;
  readonly name: string;
}

/**
 * Makes it an error that a Grafana mounts a ConfigMap which nothing in its environment renders, and of which nobody says that it is created
 * elsewhere: its pod would wait for it, and show nothing at all.
 */
export function judgeDashboards(grafana: Grafana, name: string): void {
  judgeTogether<MountedMap>(grafana, MAPS, { grafana, name }, (all, objects) => {
    const rendered = mapsIn(objects);
    const missing = all.filter(each => !rendered.has(fullName(each)));
    const said = missing.length === 0 ? [] : providedTo(sayersAround(grafana));
    return missing.filter(each => !said.includes(`ConfigMap ${fullName(each)}`)).map(each => (
      `${each.grafana.node.path}, addDashboards: nothing here renders the ConfigMap "${each.name}" of namespace "${namespaceOf(each.grafana)}", which its pod needs to start. Known ConfigMaps there: ${knownBeside(each, rendered)}. Render it, as new GrafanaDashboards(...) does; or if it is created elsewhere, call node.addMetadata("cdk8s-mesh/provides", "ConfigMap ${fullName(each)}").`
    ));
  });
}

const MAPS = Symbol.for('cdk8s-mesh.MountedDashboards');

function fullName({ grafana, name }: MountedMap): string {
  return `${namespaceOf(grafana)}/${name}`;
}

/** Those of the environment, and what is outside of every environment. */
function sayersAround(grafana: Grafana): IConstruct[] {
  const [boundary, { root }] = [boundaryOf(grafana), grafana.node];
  return root.node.findAll().filter(construct => [boundary, root].includes(boundaryOf(construct)));
}

function mapsIn(objects: readonly ApiObject[]): ReadonlySet<string> {
  const maps = objects.filter(({ apiVersion, kind }) => kind === 'ConfigMap' && apiVersion === 'v1');
  return new Set(maps.map(({ chart, metadata, name }) => `${metadata.namespace ?? chart.namespace}/${name}`));
}

function knownBeside({ grafana }: MountedMap, rendered: ReadonlySet<string>): string {
  const front = `${namespaceOf(grafana)}/`;
  const own = new Set(['data-sources', 'dashboard-folder'].map(file => `${front}${grafana.service.serviceName}-${file}`));
  return [...rendered].filter(one => one.startsWith(front) && !own.has(one)).map(one => one.slice(front.length)).sort().join(', ') || 'none';
}
