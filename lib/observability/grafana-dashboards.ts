import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { claimName } from '../mesh/private/claim-name';
import { namespaceOf } from '../mesh/private/platform/namespace-of';
import { Dashboard } from './dashboard';

/** Dashboards, and how a Grafana finds them. */
export interface GrafanaDashboardsProps {
  /**
   * The dashboards.
   *
   * @default - Dashboard.standard()
   */
  readonly dashboards?: Dashboard[];
  /**
   * Labels of the ConfigMaps, by which the sidecar of Grafana finds them.
   *
   * @default - `grafana_dashboard: "1"`
   */
  readonly labels?: { [name: string]: string };
}

/** Dashboards in ConfigMaps, each in one of its own, where the sidecar of a Grafana finds them. */
export class GrafanaDashboards extends Construct {
  private readonly maps: string[];

  /** @throws when two dashboards have one address, one is too large, or another ConfigMap has its name */
  constructor(scope: Construct, id: string, { dashboards = Dashboard.standard(), labels = { grafana_dashboard: '1' } }: GrafanaDashboardsProps = {}) {
    super(scope, id);
    namespaceOf(this);
    this.maps = dashboards.map(dashboard => this.add(dashboard, labels, dashboards));
  }

  /** Names of the ConfigMaps, in the order of the dashboards. */
  public get configMapNames(): string[] {
    return [...this.maps];
  }

  private add({ _slug: slug, json, title, uid }: Dashboard, labels: Readonly<Record<string, string>>, all: readonly Dashboard[]): string {
    const { path } = this.node;
    if (this.node.tryFindChild(slug) !== undefined) {
      const both = all.filter(other => other._slug === slug).map(other => `"${other.title}"`);
      throw new Error(`${path}: two dashboards have the uid ${uid}: ${both.join(' and ')}. Give each its own title.`);
    }
    if (Buffer.byteLength(json) > LARGEST) {
      throw new Error(`${path}: the dashboard "${title}" has ${Buffer.byteLength(json)} bytes, but a ConfigMap holds at most ${LARGEST}. Split it in two.`);
    }
    const place = new Construct(this, slug);
    const name = `grafana-dashboard-${slug}`;
    claimName(place, { what: 'ConfigMap', name }, path, 'Give one of the two another name.');
    new ApiObject(place, 'Default', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, labels: { ...labels } }, data: { [`${slug}.json`]: json } });
    return name;
  }
}

/** What a ConfigMap holds, with room for its names. */
const LARGEST = 1_000_000;
